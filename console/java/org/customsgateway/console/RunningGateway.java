package org.customsgateway.console;

/** A started gateway, as someone outside sees it. */
public interface RunningGateway extends AutoCloseable {

    /** Where back-ends connect, for example {@code tcp://127.0.0.1:61616}. */
    String brokerUrl();

    /** Port at which partners and back-ends reach the broker with TLS, or 0 where none is open. */
    int secureBrokerPort();

    /** Port of the SFTP host, or 0 where none is open. */
    int sftpPort();

    /** Port of the HTTPS listener, or 0 where none is open. */
    int httpsPort();

    /** Port of the AS2 listener without TLS, or 0 where none is open. */
    int as2Port();

    /** The same with TLS. */
    int secureAs2Port();

    /** Port where figures are scraped from, or 0 where none is open. */
    int metricsPort();

    /** Finishes what is in hand and stops. */
    @Override
    void close() throws Exception;
}
