package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.Retry;
import org.customsgateway.journal.Draft;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Unreported;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.UnknownFormat;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts statuses into the partner's format. A draft takes its statuses and its control number in one commit; its bytes
 * follow from it alone, so a crash in between makes the same reply again, and no number is left out. A draft that cannot be
 * written is tried again, ever later, then set aside with an alarm; only the later replies of its partner wait, until then.
 */
final class ReplyWriter {

    static final Retry WRITING = new Retry(6, Duration.ofSeconds(1), Duration.ofMinutes(2));

    private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);

    private static final int INTERCHANGES = 200;
    private static final int DRAFTS = 20;

    /** Older drafts are not being written by anybody any more; should one be after all, the same is written twice. */
    private static final Duration OVERLOOKED = Duration.ofSeconds(5);

    private final Journal journal;
    private final RawStore raws;
    private final Formats formats;
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;
    /** By the interchanges' format. */
    private final Map<FormatId, Lamp> lamps = new ConcurrentHashMap<>();

    ReplyWriter(Journal journal, RawStore raws, Formats formats, Partners partners, Ids ids, Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.formats = formats;
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes what is due; true when something was. */
    public boolean due() {
        boolean any = false;
        List<Unreported> page = List.of();
        do {
            // what cannot be written now, however much it is, does not hide what can be
            page = journal.replies().unreported(page.isEmpty() ? null : page.get(page.size() - 1), INTERCHANGES);
            for (Map.Entry<Telling, List<Unreported>> one : tellings(page).entrySet()) {
                any |= isDue(one.getKey(), one.getValue()) && reply(one.getKey(), one.getValue());
            }
        } while (!any && page.size() == INTERCHANGES);
        return any;
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

    /** What goes into one reply: of one interchange, in one format. */
    private record Telling(String interchangeId, Partner partner, Mapping format, boolean interchange) {}

    private Map<Telling, List<Unreported>> tellings(List<Unreported> page) {
        Map<Telling, List<Unreported>> tellings = new LinkedHashMap<>();
        for (Unreported unreported : page) {
            Optional<Partner> partner = partners.find(unreported.partner());
            if (partner.isPresent()) {
                telling(unreported, partner.get())
                        .ifPresent(telling -> tellings.computeIfAbsent(telling, key -> new ArrayList<>())
                                .add(unreported));
            }
        }
        return tellings;
    }

    /**
     * An interchange in no known format is answered in the one that answers the partner's first. Empty when no reply tells it,
     * and, with an alarm, while one of the two formats is not usable: then it waits.
     */
    private Optional<Telling> telling(Unreported unreported, Partner partner) {
        FormatId format = unreported.format() != null
                ? unreported.format()
                : partner.formats().get(0);
        Lamp lamp = lamps.computeIfAbsent(format, id -> new Lamp(journal, "REPLY-FORMAT", id.value(), clock));
        try {
            Optional<FormatId> answers = answers(unreported, formats.current(format), partner);
            if (answers.isEmpty()) {
                journal.replies().leaveUntold(unreported);
                return Optional.empty();
            }
            Mapping reply = formats.current(answers.get());
            lamp.off();
            return Optional.of(new Telling(unreported.interchangeId(), partner, reply, unreported.code() == null));
        } catch (UnknownFormat e) {
            lamp.on("replies wait: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<FormatId> answers(Unreported unreported, Mapping format, Partner partner) {
        List<FormatId> agreed = partner.reply().formats();
        if (unreported.code() != null) {
            return format.tells(unreported.code(), agreed);
        }
        return unreported.state() == InterchangeState.READING || unreported.state() == InterchangeState.READ
                ? format.tellsReading(agreed)
                : format.tellsRefusal(agreed);
    }

    private boolean isDue(Telling telling, List<Unreported> waiting) {
        int count = waiting.stream().mapToInt(Unreported::count).sum();
        Instant oldest = waiting.stream()
                .map(Unreported::oldest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return telling.interchange() // there is nothing to wait for
                || count >= most(telling)
                || !oldest.plus(telling.partner().reply().batchWait()).isAfter(clock.instant());
    }

    private static int most(Telling telling) {
        return Math.min(telling.partner().reply().batchItems(), telling.format().itemsPerReply());
    }

    private boolean reply(Telling telling, List<Unreported> waiting) {
        Instant now = clock.instant();
        List<StatusCode> codes =
                waiting.stream().map(Unreported::code).filter(Objects::nonNull).toList();
        Optional<Draft> draft = journal.replies()
                .draft(
                        ids.next(now),
                        telling.interchangeId(),
                        codes,
                        telling.format().id(),
                        most(telling),
                        now);
        draft.ifPresent(this::write);
        return draft.isPresent();
    }

    private void write(Draft draft) {
        String name;
        RawBytes raw;
        try {
            Mapping format = formats.current(draft.format());
            Map<String, String> agreed = partners.find(draft.content().partner())
                    .map(partner -> Profile.of(format, partner))
                    .orElse(format.profile());
            name = "%s-%08d.%s".formatted(draft.format(), draft.content().controlNumber(), format.suffix());
            raw = raws.put(format.reply(draft.content().with(agreed)));
        } catch (IOException | RuntimeException e) {
            notWritten(draft, e);
            return;
        }
        journal.replies().written(draft.content().replyId(), name, raw);
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
