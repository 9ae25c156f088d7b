package org.customsgateway.connector.queue;

import org.apache.activemq.artemis.core.security.Role;

/** What a user may do with a queue. Each user has one role, of the same name; nobody but the gateway may make or manage anything. */
final class Rights {

    private Rights() {}

    static Role all(String user) {
        return new Role(user, true, true, false, false, false, false, false, true);
    }

    static Role reads(String user) {
        return new Role(user, false, true, false, false, false, false, false, true);
    }

    static Role sends(String user) {
        return new Role(user, true, false, false, false, false, false, false, false);
    }
}
