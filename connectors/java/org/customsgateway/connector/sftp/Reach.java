package org.customsgateway.connector.sftp;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.customsgateway.connector.Alarm;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Wire;

/** Tells when a partner's server cannot be reached, and when it can again: once each. */
final class Reach extends RemoteFilePollingConsumerPollStrategy {

    private final PartnerId partner;
    private final Inbox inbox;
    private final Alarm alarm;
    /** Whether the last look came to something; null before the first, when an alarm may stand open from before a restart. */
    private Boolean reached;

    Reach(PartnerId partner, Inbox inbox, Alarm alarm) {
        this.partner = partner;
        this.inbox = inbox;
        this.alarm = alarm;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        inbox.poll();
        return super.begin(consumer, endpoint);
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        if (!Boolean.TRUE.equals(reached)) {
            reached = true;
            alarm.raise(partner, Wire.SFTP, "reachable", "", "the partner's server answers");
        }
        super.commit(consumer, endpoint, polled);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception failure) throws Exception {
        if (!Boolean.FALSE.equals(reached)) {
            reached = false;
            alarm.raise(partner, Wire.SFTP, "unreachable", "", "the partner's server: " + deepest(failure));
        }
        return super.rollback(consumer, endpoint, retries, failure);
    }

    private static String deepest(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
