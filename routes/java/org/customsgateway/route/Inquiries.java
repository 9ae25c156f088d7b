package org.customsgateway.route;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.https.Inquiry;
import org.customsgateway.connector.webhook.Address;
import org.customsgateway.journal.Access;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Item;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.KnownReturn;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.UnknownFormat;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Status;

/** What a partner may read of the journal. */
public final class Inquiries implements Inquiry {

    /** The setting that holds a partner's address for statuses, before its id. */
    private static final String WEBHOOK = "webhook.";

    private final Journal journal;
    private final Formats formats;
    private final Accesses accesses;
    private final Clock clock;

    public Inquiries(Journal journal, Formats formats, Accesses accesses, Clock clock) {
        this.accesses = accesses;
        this.journal = journal;
        this.formats = formats;
        this.clock = clock;
    }

    /** Where the partner has asked to be told: the setting has the moment of that, then the address. */
    public static Optional<Address> address(Journal journal, PartnerId partner) {
        return journal.settings()
                .get(WEBHOOK + partner)
                .map(set -> set.split(" ", 2))
                .map(set -> new Address(URI.create(set[1]), Instant.parse(set[0])));
    }

    @Override
    public void given(PartnerId partner, String token, String path, Collection<String> ids) {
        Instant now = clock.instant();
        String who = "partner " + partner + " token " + token;
        ids.forEach(id -> accesses.add(new Access(now, who, path, id)));
    }

    @Override
    public Optional<InterchangeReport> interchange(PartnerId partner, String id) {
        return journal.interchanges()
                .find(id)
                .filter(found -> found.partner().equals(partner))
                .map(this::report);
    }

    @Override
    public List<ItemReport> items(PartnerId partner, String interchangeId, int after, int limit) {
        return journal.items().of(interchangeId, after, limit).stream()
                .filter(item -> item.partner().equals(partner))
                .map(this::report)
                .toList();
    }

    @Override
    public List<ItemReport> items(PartnerId partner, String key, int limit) {
        return journal.items().ofKey(partner, key, limit).stream()
                .map(this::report)
                .toList();
    }

    @Override
    public Optional<ItemReport> item(PartnerId partner, String id) {
        return journal.items()
                .find(id)
                .filter(found -> found.partner().equals(partner))
                .map(this::report);
    }

    @Override
    public List<Status> history(String itemId) {
        return journal.items().statuses(itemId);
    }

    @Override
    public Returns returns(PartnerId partner, String itemId) {
        String of = journal.returns().find(itemId).map(KnownReturn::originalId).orElse("");
        List<String> by = journal.returns().of(List.of(itemId)).stream()
                .filter(back -> back.partner().equals(partner))
                .map(KnownReturn::itemId)
                .toList();
        return new Returns(of, by);
    }

    @Override
    public List<StatusReport> statuses(PartnerId partner, long after, int limit) {
        return journal.feed().after(partner, after, limit).stream()
                .map(listed -> new StatusReport(
                        listed.number(), listed.interchangeId(), isJson(listed.format()), listed.status()))
                .toList();
    }

    @Override
    public long lastStatus(PartnerId partner) {
        return journal.feed().last(partner);
    }

    @Override
    public Optional<String> webhook(PartnerId partner) {
        return address(journal, partner).map(Address::url).map(URI::toString);
    }

    @Override
    public void webhook(PartnerId partner, String url) {
        if (url.isEmpty()) {
            journal.settings().remove(WEBHOOK + partner);
        } else {
            journal.settings().put(WEBHOOK + partner, clock.instant() + " " + url);
        }
    }

    private InterchangeReport report(Interchange found) {
        return new InterchangeReport(
                found.id(),
                found.state().name(),
                found.receivedAt(),
                found.raw(),
                found.format(),
                found.format() == null ? found.name().endsWith(".json") : isJson(found.format()),
                found.reference(),
                found.itemsTotal(),
                found.itemsJournaled(),
                found.duplicateOf(),
                found.problems());
    }

    private ItemReport report(Item found) {
        return new ItemReport(
                found.id(),
                found.interchangeId(),
                found.sequence(),
                found.key(),
                found.format(),
                isJson(found.format()),
                found.version(),
                found.status(),
                found.createdAt(),
                found.facts());
    }

    private boolean isJson(FormatId format) {
        try {
            return formats.current(format).json();
        } catch (UnknownFormat gone) {
            return false;
        }
    }
}
