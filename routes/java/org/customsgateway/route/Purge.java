package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.connector.KeepPolicy;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.PurgeRule;
import org.customsgateway.journal.Purged;
import org.customsgateway.journal.RawStore;
import org.customsgateway.message.Purpose;

/** Removes what is kept no longer: once a day, on one node at a time. */
public final class Purge {

    /** The lease, and the setting that has the time of the last run. */
    private static final String NAME = "purge";

    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** Of what a sender has sent to a consignee on one day: an item with that day of its own may come so late. */
    private static final int DAYS = 60;

    /** Bytes are journaled within seconds of their coming. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final Journal journal;
    private final RawStore raws;
    private final Partners partners;
    private final KeepPolicy usual;
    private final String node;
    private final Clock clock;

    /** @param usual what holds where a partner's file says nothing */
    public Purge(Journal journal, RawStore raws, Partners partners, KeepPolicy usual, String node, Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.partners = partners;
        this.usual = usual;
        this.node = node;
        this.clock = clock;
    }

    /** If its time has come, and no other node is at it. */
    public void sweep() throws IOException {
        Instant now = clock.instant();
        boolean due = journal.settings()
                .get(NAME)
                .map(Instant::parse)
                .filter(last -> last.plus(EVERY).isAfter(now))
                .isEmpty();
        if (due) {
            run();
        }
    }

    /**
     * At once.
     *
     * @return what each rule has removed; nothing when another node is at it
     */
    public List<Purged> run() throws IOException {
        List<Purged> all = new ArrayList<>();
        if (!hold()) {
            return all;
        }
        try {
            for (PurgeRule rule : rules()) {
                Purged purged = journal.purging().purge(rule, clock.instant(), this::hold);
                all.add(purged);
                look(purged);
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            journal.sightings().forget(today.minusDays(DAYS), today.getYear() - 1);
            journal.purging().sweep(raws, clock.instant().minus(ON_ITS_WAY));
            journal.settings().put(NAME, clock.instant().toString());
        } finally {
            journal.leases().release(NAME, node);
        }
        return all;
    }

    /** What {@link #run} would remove. */
    public List<Purged> tried() {
        return rules().stream()
                .map(rule -> journal.purging().tried(rule, clock.instant()))
                .toList();
    }

    /** None for a partner without a file: what was agreed with it is not known, and it may be back in a minute. */
    private List<PurgeRule> rules() {
        List<PurgeRule> rules = new ArrayList<>();
        for (Partner partner : partners.all()) {
            KeepPolicy policy = partner.keep().orElse(usual);
            for (Purpose purpose : Purpose.values()) {
                policy.of(purpose)
                        .ifPresent(time -> rules.add(new PurgeRule(
                                partner.id(), purpose, clock.instant().minus(time))));
            }
        }
        return rules;
    }

    private void look(Purged purged) {
        String subject = purged.rule().partner() + " " + purged.rule().purpose().word();
        if (purged.remaining() > 0) {
            journal.alarms()
                    .raise(
                            "PURGE-INCOMPLETE",
                            subject,
                            purged.remaining() + " older than " + purged.rule().olderThan() + " are still there",
                            clock.instant());
        } else {
            journal.alarms().clear("PURGE-INCOMPLETE", subject, clock.instant());
        }
    }

    private Instant held = Instant.MIN;

    /** Asked before each removal; the journal only now and then. */
    private boolean hold() {
        Instant now = clock.instant();
        if (now.isBefore(held)) {
            return true;
        }
        boolean mine = journal.leases().acquire(NAME, node, now.plus(LEASE), now);
        held = mine ? now.plus(LEASE.dividedBy(10)) : Instant.MIN;
        return mine;
    }
}
