package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.connector.queue.RefusedMessage;
import org.customsgateway.journal.Decided;
import org.customsgateway.journal.DecisionEntry;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.WcoResponse;
import org.customsgateway.message.RawBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Journals a batch of a back-end's answers and the statuses that come of them. What cannot be understood is kept and alarmed. */
final class Decide {

    /** Answers of one back-end as they came from its queue. */
    record Batch(String backend, List<QueueMessage> messages, List<RefusedMessage> refused) {}

    private static final Logger LOG = LoggerFactory.getLogger(Decide.class);

    private final WcoModel wco;
    private final Answers answers;
    private final Combine combine;
    private final HandOff handOff;
    private final Reversals reversals;
    private final Journal journal;
    private final RawStore raws;
    private final Counts counts;
    private final Clock clock;

    Decide(
            WcoModel wco,
            Answers answers,
            Combine combine,
            HandOff handOff,
            Journal journal,
            RawStore raws,
            Counts counts,
            Clock clock) {
        this.handOff = handOff;
        this.wco = wco;
        this.answers = answers;
        this.combine = combine;
        this.reversals = new Reversals(combine, journal);
        this.journal = journal;
        this.raws = raws;
        this.counts = counts;
        this.clock = clock;
    }

    public void decide(Batch batch) throws IOException {
        Instant now = clock.instant();
        for (RefusedMessage refused : batch.refused()) {
            keep(batch.backend(), refused.message(), refused.reason(), now);
        }
        List<DecisionEntry> entries = new ArrayList<>(batch.messages().size());
        for (QueueMessage message : batch.messages()) {
            read(batch.backend(), message, now, entries);
        }
        Decided decided = journal.decisions()
                .decide(
                        entries,
                        combine.by(clock),
                        (condition, standing) -> After.parse(condition).isDecided(standing));
        handOff.free(decided.free());
        reversals.look(decided, now);
        counts.decided(batch.backend(), entries.size() - decided.unknown().size() - decided.repeated());
        for (DecisionEntry unknown : decided.unknown()) {
            keep(
                    "DECISION-UNKNOWN",
                    batch.backend(),
                    unknown.payload(),
                    "an answer about a declaration never made",
                    now);
        }
    }

    private void read(String backend, QueueMessage message, Instant now, List<DecisionEntry> entries)
            throws IOException {
        List<WcoResponse> responses;
        try {
            responses = wco.responses(message.body());
        } catch (IllegalArgumentException e) {
            keep(backend, message, "not a WCO response: " + e.getMessage(), now);
            return;
        }
        if (responses.isEmpty()) {
            keep(backend, message, "no Response in it", now);
        }
        for (WcoResponse response : responses) {
            if (isOfAnotherVersion(message, response)) {
                keep(
                        backend,
                        message,
                        "it answers version " + response.versionId() + ", which that declaration is not",
                        now);
                continue;
            }
            Optional<DecisionEntry> entry = entry(backend, message, response, now);
            if (entry.isPresent()) {
                entries.add(entry.get());
            } else {
                keep(
                        backend,
                        message,
                        "function code " + response.functionCode() + " is in no row of decisions.csv",
                        now);
            }
        }
    }

    private Optional<DecisionEntry> entry(String backend, QueueMessage message, WcoResponse response, Instant now) {
        String itemId = itemId(message, response);
        // without a reference of its own, the message is the decision
        String ref = response.reference().isEmpty() ? message.id() : response.reference();
        return answers.read(backend, itemId, response)
                .map(answer -> new DecisionEntry(
                        itemId,
                        backend,
                        ref,
                        response.functionCode(),
                        answer.toJson(),
                        answer.outcome().ends(),
                        response.issuedAt().orElse(now),
                        now,
                        message.body()));
    }

    /** Each version is a declaration of its own: who names both, and they do not belong together, has mixed them up. */
    private boolean isOfAnotherVersion(QueueMessage message, WcoResponse response) {
        return !response.versionId().isEmpty()
                && journal.items()
                        .find(itemId(message, response))
                        .filter(item -> !response.versionId().equals(Integer.toString(item.version())))
                        .isPresent();
    }

    /** A response says which declaration it is about (D014); one without says it by correlation. */
    private static String itemId(QueueMessage message, WcoResponse response) {
        return response.declarationId().isBlank() ? message.correlationId() : response.declarationId();
    }

    private void keep(String backend, QueueMessage message, String reason, Instant now) throws IOException {
        keep("DECISION-UNREADABLE", backend, message.body(), reason, now);
    }

    /** One alarm of a kind is open for a back-end at a time; the log has all of them. */
    private void keep(String kind, String backend, byte[] body, String reason, Instant now) throws IOException {
        RawBytes kept = raws.put(body);
        LOG.warn("{} of {}, kept as raw bytes {}", kind, backend, kept.sha256());
        journal.alarms().raise(kind, backend, reason + "; kept as raw bytes " + kept.sha256(), now);
    }
}
