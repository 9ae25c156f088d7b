package org.customsgateway.route;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.ReplyPolicy;
import org.customsgateway.journal.Draft;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Unreported;
import org.customsgateway.mapping.Formats;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.RawBytes;

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
        boolean any = false;
        for (Unreported unreported : journal.replies().unreported(INTERCHANGES)) {
            Optional<Partner> partner = partners.find(unreported.partner());
            if (partner.isPresent() && isDue(unreported, partner.get().reply())) {
                any |= reply(unreported, partner.get());
            }
        }
        return any;
    }

    /** Drafts that a crash has left. */
    public void sweep() throws IOException {
        for (Draft draft : journal.replies().drafts(clock.instant().minus(OVERLOOKED), INTERCHANGES)) {
            write(draft);
        }
    }

    private boolean isDue(Unreported unreported, ReplyPolicy policy) {
        return unreported.count() == 0 // a refusal: there is nothing to wait for
                || unreported.count() >= policy.batchItems()
                || !unreported.oldest().plus(policy.batchWait()).isAfter(clock.instant());
    }

    private boolean reply(Unreported unreported, Partner partner) throws IOException {
        FormatId format = replyFormat(unreported, partner);
        Instant now = clock.instant();
        Optional<Draft> draft = journal.replies()
                .draft(
                        ids.next(now),
                        unreported.interchangeId(),
                        format,
                        partner.reply().batchItems(),
                        now);
        if (draft.isPresent()) {
            write(draft.get());
        }
        return draft.isPresent();
    }

    private void write(Draft draft) throws IOException {
        byte[] bytes = formats.current(draft.format()).reply(draft.content());
        RawBytes raw = raws.put(bytes);
        String name = "%s-%08d.xml".formatted(draft.format(), draft.content().controlNumber());
        journal.replies().written(draft.content().replyId(), name, raw);
    }

    /** An interchange in no known format is answered in the one that answers the partner's first. */
    private FormatId replyFormat(Unreported unreported, Partner partner) {
        FormatId format = unreported.format() != null
                ? unreported.format()
                : List.copyOf(partner.formats()).get(0);
        return formats.current(format).replyFormat();
    }
}
