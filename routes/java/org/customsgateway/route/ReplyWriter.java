package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.Retry;
import org.customsgateway.connector.SignaturePolicy;
import org.customsgateway.journal.Draft;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.Kept;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Unreported;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.xmldsig.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts statuses into the partner's format. A draft takes its statuses and its control number in one commit; its bytes
 * follow from it alone, but for a signature, so a crash in between makes the same reply again, and no number is left out. A draft that cannot be
 * written is tried again, ever later, then set aside with an alarm; only the later replies of its partner wait, until then.
 */
final class ReplyWriter {

    static final Retry WRITING = new Retry(6, Duration.ofSeconds(1), Duration.ofMinutes(2));

    private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);

    private static final int INTERCHANGES = 200;
    private static final int DRAFTS = 20;

    /** Replies of one interchange in one format before the others have their turn: some formats have one for each item. */
    private static final int TOGETHER = 20;

    /** Older drafts are not being written by anybody any more; should one be after all, the same is written twice. */
    private static final Duration OVERLOOKED = Duration.ofSeconds(5);

    private final Journal journal;
    private final RawStore raws;
    private final Formats formats;
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;
    private final Tellings tellings;
    private final ExecutorService threads;

    ReplyWriter(
            Journal journal,
            RawStore raws,
            Formats formats,
            Partners partners,
            Ids ids,
            ExecutorService threads,
            Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.formats = formats;
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
        this.threads = threads;
        this.tellings = new Tellings(journal, formats, partners, clock);
    }

    /** Writes what is due; true when something was. */
    public boolean due() {
        boolean any = false;
        List<Unreported> page = List.of();
        do {
            // what cannot be written now, however much it is, does not hide what can be
            page = journal.replies().unreported(page.isEmpty() ? null : page.get(page.size() - 1), INTERCHANGES);
            Instant now = clock.instant();
            any = reply(tellings.of(page).stream()
                    .filter(telling -> telling.isDue(now))
                    .toList());
        } while (!any && page.size() == INTERCHANGES);
        return any;
    }

    /** Those of one interchange after each other, several interchanges side by side: their commits share a sync. */
    private boolean reply(List<Telling> due) {
        List<Callable<Boolean>> tasks = due.stream()
                .collect(Collectors.groupingBy(Telling::interchangeId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(tellings -> (Callable<Boolean>)
                        () -> tellings.stream().map(this::reply).reduce(false, Boolean::logicalOr))
                .toList();
        try {
            boolean any = false;
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                any |= task.get();
            }
            return any;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the gateway stops: what is left is found again
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    /** Drafts that a crash has left, that could not be written, or that a person has resumed. */
    public void sweep() {
        List<Draft> left;
        do {
            Instant now = clock.instant();
            left = journal.replies().drafts(now.minus(OVERLOOKED), now, DRAFTS);
            left.forEach(this::write);
        } while (left.size() == DRAFTS);
    }

    private boolean reply(Telling telling) {
        int most = Math.min(telling.replies(), TOGETHER);
        int written = 0;
        while (written < most && one(telling)) {
            written++;
        }
        return written > 0;
    }

    private boolean one(Telling telling) {
        Instant now = clock.instant();
        Optional<Draft> draft = journal.replies()
                .draft(
                        ids.next(now),
                        telling.interchangeId(),
                        telling.codes(),
                        telling.format().id(),
                        telling.most(),
                        now);
        draft.ifPresent(this::write);
        return draft.isPresent();
    }

    private void write(Draft draft) {
        String name;
        Kept bytes;
        try {
            Mapping format = formats.current(draft.format());
            Optional<Partner> partner = partners.find(draft.content().partner());
            Map<String, String> agreed =
                    partner.map(known -> Profile.of(format, known)).orElse(format.profile());
            name = "%s-%08d.%s".formatted(draft.format(), draft.content().controlNumber(), format.suffix());
            byte[] reply = format.reply(draft.content().with(agreed));
            bytes = raws.take(format.xml() ? signed(reply, partner) : reply);
        } catch (IOException | RuntimeException e) {
            notWritten(draft, e);
            return;
        }
        journal.replies().written(draft.content().replyId(), name, bytes, clock.instant());
    }

    private static byte[] signed(byte[] reply, Optional<Partner> partner) {
        return partner.flatMap(Partner::signature)
                .flatMap(SignaturePolicy::own)
                .map(own -> new Signer(own.certificate(), own.reveal()).sign(reply))
                .orElse(reply);
    }

    /** Our template, or our disk: the partner is not to blame, and its other replies are not touched. */
    private void notWritten(Draft draft, Exception cause) {
        // what it says may have an item's values in it: that is for the journal
        LOG.error(
                "reply {} is not written: {}",
                draft.content().replyId(),
                cause.getClass().getSimpleName());
        Instant now = clock.instant();
        int failures = draft.attempts() + 1;
        if (failures >= WRITING.attempts()) {
            journal.replies().park(draft, cause.toString(), now);
        } else {
            journal.replies().notWritten(draft, now.plus(WRITING.wait(failures)), cause.toString(), now);
        }
    }
}
