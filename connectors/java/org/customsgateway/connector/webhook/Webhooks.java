package org.customsgateway.connector.webhook;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.PartnerListener;
import org.customsgateway.connector.WebhookWire;
import org.customsgateway.message.PartnerId;

/**
 * Posts replies to partners' own addresses, signed by Standard Webhooks 1.0. An address that is gone (410) is left alone until the
 * partner's file changes, an address is registered, or the gateway starts anew.
 */
public final class Webhooks implements PartnerListener, Outlet, AutoCloseable {

    private final Addresses registered;
    private final Alarm alarm;
    private final Clock clock;
    private final DnsResolver names;
    private final Map<PartnerId, Endpoint> endpoints = new ConcurrentHashMap<>();

    /** @param registered for partners whose file has no address */
    public Webhooks(Addresses registered, Alarm alarm, Clock clock) {
        this(registered, alarm, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    Webhooks(Addresses registered, Alarm alarm, Clock clock, DnsResolver names) {
        this.registered = registered;
        this.alarm = alarm;
        this.clock = clock;
        this.names = names;
    }

    @Override
    public void added(Partner partner) {
        partner.wires().webhook().ifPresent(wire -> endpoints.put(partner.id(), endpoint(partner.id(), wire)));
    }

    private Endpoint endpoint(PartnerId partner, WebhookWire wire) {
        return new Endpoint(partner, wire, new Client(wire, names), registered, alarm, clock);
    }

    @Override
    public void removed(Partner partner) {
        var endpoint = endpoints.remove(partner.id());
        if (endpoint != null) {
            endpoint.close();
        }
    }

    @Override
    public void deliver(Partner partner, Dispatch dispatch) throws IOException {
        deliver(partner, List.of(dispatch));
    }

    @Override
    public void deliver(Partner partner, List<Dispatch> dispatches) throws IOException {
        var endpoint = endpoints.get(partner.id());
        if (endpoint == null) {
            throw new IOException("no address of " + partner.id());
        }
        endpoint.deliver(dispatches);
    }

    @Override
    public int together(Partner partner) {
        return partner.wires().webhook().map(WebhookWire::batch).orElse(1);
    }

    @Override
    public boolean takes(Partner partner) {
        var endpoint = endpoints.get(partner.id());
        return endpoint == null || endpoint.takes();
    }

    @Override
    public void close() {
        endpoints.values().forEach(Endpoint::close);
        endpoints.clear();
    }
}
