package org.customsgateway;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.customsgateway.connector.ServerCertificates;

/** What the gateway's own listeners show to those who connect. */
final class OwnCertificates {

    private OwnCertificates() {}

    /** By listener; each is read again when its file has changed. */
    static Map<String, Supplier<List<X509Certificate>>> ofListeners(GatewayConfig config) {
        Map<String, Supplier<List<X509Certificate>>> shown = new HashMap<>();
        if (!config.text("gateway.as2.store").isEmpty()) {
            As2Config.read(config)
                    .tls()
                    .ifPresent(tls -> shown.put("as2-tls", new ServerCertificates(tls.store(), tls.password())::all));
        }
        HttpsConfig.read(config)
                .ifPresent(
                        https -> shown.put("https-tls", new ServerCertificates(https.store(), https.password())::all));
        if (config.text("gateway.broker.url").isEmpty()) {
            BrokerConfig.tls(config)
                    .ifPresent(
                            tls -> shown.put("broker-tls", new ServerCertificates(tls.store(), tls.password())::all));
        }
        return shown;
    }
}
