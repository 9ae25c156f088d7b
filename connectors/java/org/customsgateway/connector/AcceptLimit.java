package org.customsgateway.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.SelectorManager;

/** Hangs up on an address that has too many connections to a Jetty listener, before a byte of it is read. */
public final class AcceptLimit implements SelectorManager.AcceptListener {

    private final AddressLimit limit;
    private final Map<SelectableChannel, SocketAddress> present = new ConcurrentHashMap<>();

    /** @param each most from one address, 0 for any number */
    public AcceptLimit(int each) {
        this.limit = new AddressLimit(Integer.MAX_VALUE, each);
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        try {
            SocketAddress from = ((SocketChannel) channel).getRemoteAddress();
            if (limit.enters(from)) {
                present.put(channel, from);
            } else {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        SocketAddress from = present.remove(channel);
        if (from != null) {
            limit.leaves(from);
        }
    }
}
