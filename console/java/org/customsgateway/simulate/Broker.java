package org.customsgateway.simulate;

/**
 * Where the queues are, and as whom a back-end logs in.
 *
 * @param url for example {@code tcp://127.0.0.1:61616}
 */
public record Broker(String url, String user, String password) {

    /** Without the password: a record's own text would print it. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
