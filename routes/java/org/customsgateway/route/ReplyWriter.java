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
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.journal.Draft;
import org.customsgateway.journal.InterchangeState;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Unreported;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.StatusCode;

/**
 * Puts statuses into the partner's format. A draft takes its statuses and its control number in one commit; its bytes
 * follow from it alone, so a crash in between makes the same reply again, and no number is left out.
 */
final class ReplyWriter {

    private static final int INTERCHANGES = 200;

    /** Older drafts are not being written by anybody any more. */
    private static final Duration OVERLOOKED = Duration.ofSeconds(30);

    private final Journal journal;
    private final RawStore raws;
    private final Formats formats;
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;

    ReplyWriter(Journal journal, RawStore raws, Formats formats, Partners partners, Ids ids, Clock clock) {
        this.journal = journal;
        this.raws = raws;
        this.formats = formats;
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes what is due; true when something was. */
    public boolean due() throws IOException {
        Map<Telling, List<Unreported>> waiting = new LinkedHashMap<>();
        for (Unreported unreported : journal.replies().unreported(INTERCHANGES)) {
            Optional<Partner> partner = partners.find(unreported.partner());
            Optional<FormatId> format = partner.flatMap(known -> format(unreported, known));
            if (format.isPresent()) {
                waiting.computeIfAbsent(
                                new Telling(
                                        unreported.interchangeId(),
                                        partner.get(),
                                        format.get(),
                                        unreported.code() == null),
                                telling -> new ArrayList<>())
                        .add(unreported);
            } else if (partner.isPresent()) {
                journal.replies().leaveUntold(unreported);
            }
        }
        boolean any = false;
        for (Map.Entry<Telling, List<Unreported>> one : waiting.entrySet()) {
            any |= isDue(one.getKey(), one.getValue()) && reply(one.getKey(), one.getValue());
        }
        return any;
    }

    /** What goes into one reply: of one interchange, in one format. */
    private record Telling(String interchangeId, Partner partner, FormatId format, boolean interchange) {}

    /** Drafts that a crash has left. */
    public void sweep() throws IOException {
        for (Draft draft : journal.replies().drafts(clock.instant().minus(OVERLOOKED), INTERCHANGES)) {
            write(draft);
        }
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

    private int most(Telling telling) {
        return Math.min(
                telling.partner().reply().batchItems(),
                formats.current(telling.format()).itemsPerReply());
    }

    private boolean reply(Telling telling, List<Unreported> waiting) throws IOException {
        Instant now = clock.instant();
        List<StatusCode> codes =
                waiting.stream().map(Unreported::code).filter(Objects::nonNull).toList();
        Optional<Draft> draft = journal.replies()
                .draft(ids.next(now), telling.interchangeId(), codes, telling.format(), most(telling), now);
        if (draft.isPresent()) {
            write(draft.get());
        }
        return draft.isPresent();
    }

    private void write(Draft draft) throws IOException {
        Mapping format = formats.current(draft.format());
        Map<String, String> agreed = partners.find(draft.content().partner())
                .map(partner -> Profile.of(format, partner))
                .orElse(format.profile());
        byte[] bytes = format.reply(draft.content().with(agreed));
        RawBytes raw = raws.put(bytes);
        String name = "%s-%08d.%s".formatted(draft.format(), draft.content().controlNumber(), format.suffix());
        journal.replies().written(draft.content().replyId(), name, raw);
    }

    /** In which format it is told. An interchange in no known format is answered in the one that answers the partner's first. */
    private Optional<FormatId> format(Unreported unreported, Partner partner) {
        FormatId format = unreported.format() != null
                ? unreported.format()
                : partner.formats().get(0);
        Mapping mapping = formats.current(format);
        List<FormatId> agreed = partner.reply().formats();
        if (unreported.code() != null) {
            return mapping.tells(unreported.code(), agreed);
        }
        return unreported.state() == InterchangeState.READING || unreported.state() == InterchangeState.READ
                ? mapping.tellsReading(agreed)
                : mapping.tellsRefusal(agreed);
    }
}
