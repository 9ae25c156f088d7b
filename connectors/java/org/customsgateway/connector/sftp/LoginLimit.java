package org.customsgateway.connector.sftp;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.customsgateway.connector.AddressLimit;

/**
 * Hangs up on an address that has too many connections without a login, and on all when there are too many in all. One that
 * has logged in counts for its partner, see {@link Home}.
 */
final class LoginLimit implements SessionListener {

    private final AddressLimit all;
    private final AddressLimit strangers;
    private final Map<Session, SocketAddress> present = new ConcurrentHashMap<>();
    private final Map<Session, SocketAddress> unknown = new ConcurrentHashMap<>();

    /**
     * @param connections most in all
     * @param logins most from one address that have not logged in; 0 for any number
     */
    LoginLimit(int connections, int logins) {
        all = new AddressLimit(connections, 0);
        strangers = new AddressLimit(Integer.MAX_VALUE, logins);
    }

    @Override
    public void sessionCreated(Session session) {
        SocketAddress from = session.getRemoteAddress();
        if (enters(session, from, all, present) && enters(session, from, strangers, unknown)) {
            return;
        }
        session.close(true);
    }

    private static boolean enters(
            Session session, SocketAddress from, AddressLimit limit, Map<Session, SocketAddress> let) {
        boolean enters = limit.enters(from);
        if (enters) {
            let.put(session, from);
        }
        return enters;
    }

    private static void leaves(Session session, AddressLimit limit, Map<Session, SocketAddress> let) {
        SocketAddress from = let.remove(session);
        if (from != null) {
            limit.leaves(from);
        }
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            leaves(session, strangers, unknown);
        }
    }

    @Override
    public void sessionClosed(Session session) {
        leaves(session, strangers, unknown);
        leaves(session, all, present);
    }
}
