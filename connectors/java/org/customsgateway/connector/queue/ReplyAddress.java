package org.customsgateway.connector.queue;

import org.customsgateway.connector.QueueWire;
import org.customsgateway.connector.ReplyTo;
import org.customsgateway.message.Origin;

/** Where a reply is to go: {@code out}, or where the message asked for, which a partner may choose below {@code out} only. */
record ReplyAddress(QueueWire wire, Origin origin) {

    String asked() {
        return origin.replyTo();
    }

    boolean isOut() {
        return wire.replyTo() == ReplyTo.FIXED || asked().isEmpty() || asked().equals(wire.out());
    }

    boolean isAllowed() {
        return asked().startsWith(wire.out() + ".")
                && asked().substring(wire.out().length()).matches("(\\.[A-Za-z0-9_-]{1,60}){1,4}")
                && !asked().endsWith(QueueNames.QUARANTINE);
    }
}
