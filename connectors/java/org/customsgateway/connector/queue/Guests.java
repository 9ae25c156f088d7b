package org.customsgateway.connector.queue;

import java.util.HashSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.ResourceLimitSettings;

/** The partners at the embedded broker: each with its own queues, rights and limits, let in and out while it runs. */
final class Guests {

    /** On disk, for each queue: a partner that never fetches its replies fills up no more than this. */
    private static final long LONGEST_QUEUE = 4L << 30;

    /**
     * A client that acknowledges lazily holds up to a megabyte for each consumer. If less were read ahead of the
     * acknowledgements than all its consumers may hold, each would wait for more before it acknowledges, and none would get it.
     */
    private static final int UNACKNOWLEDGED = 2 << 20;

    /** Queues below {@code out} that a partner may ask for. */
    private static final int MOST_BELOW = 100;

    private final ActiveMQServer server;
    private final SecurityConfiguration users;
    private final Intake intake;

    Guests(ActiveMQServer server, SecurityConfiguration users, Intake intake) {
        this.server = server;
        this.users = users;
        this.intake = intake;
    }

    void admit(PartnerAccess access, AddressSettings queues) throws Exception {
        String login = access.login();
        intake.watch(access.in(), access.largest(), access.refused());
        var limits = new ResourceLimitSettings();
        limits.setMatch(SimpleString.of(login));
        limits.setMaxSessions(access.sessions());
        limits.setMaxQueues(0);
        server.getConfiguration().getResourceLimitSettings().put(login, limits);
        // what has come in time is taken whenever that is possible: expiry would throw it away
        queues.setNoExpiry(true)
                .setPageLimitBytes(LONGEST_QUEUE)
                .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL)
                .setMaxReadPageBytes(Math.max(1, access.sessions()) * UNACKNOWLEDGED);
        for (String address : new String[] {access.in(), access.out(), access.out() + ".#"}) {
            server.getAddressSettingsRepository().addMatch(address, queues);
        }
        queue(access.in(), login, -1);
        queue(access.in() + QueueNames.QUARANTINE, login, -1);
        queue(access.out(), login, access.sessions());
        var rights = server.getSecurityRepository();
        rights.addMatch(access.in(), new HashSet<>(Set.of(Rights.all(EmbeddedBroker.GATEWAY), Rights.sends(login))));
        for (String address : new String[] {access.out(), access.out() + ".#"}) {
            rights.addMatch(address, roles(Rights.reads(login)));
        }
        users.addUser(login, access.password());
        users.addRole(login, login);
    }

    private static Set<Role> roles(Role partner) {
        return new HashSet<>(Set.of(Rights.all(EmbeddedBroker.GATEWAY), partner));
    }

    /** The queues stay, with what is in them. */
    void dismiss(String login, String in) throws Exception {
        users.removeRole(login, login);
        users.removeUser(login);
        intake.unwatch(in);
        var control = server.getActiveMQServerControl();
        control.clearAuthenticationCache();
        control.clearAuthorizationCache();
        control.closeConnectionsForUser(login);
    }

    /** A queue below {@code out}: false when it is another's, or there are too many. */
    boolean provide(String login, String out, String queue, int consumers) throws Exception {
        var found = server.locateQueue(queue);
        if (found != null) {
            return SimpleString.of(login).equals(found.getUser());
        }
        long below = server.getPostOffice()
                .getAllBindings()
                .filter(binding -> binding.getUniqueName().toString().startsWith(out + "."))
                .count();
        if (below >= MOST_BELOW) {
            return false;
        }
        queue(queue, login, consumers);
        return true;
    }

    private void queue(String name, String login, int consumers) throws Exception {
        var wanted = QueueConfiguration.of(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setUser(login)
                .setMaxConsumers(consumers)
                .setAutoCreateAddress(true);
        if (server.locateQueue(name) == null) {
            server.createQueue(wanted);
        } else {
            server.updateQueue(wanted);
        }
    }
}
