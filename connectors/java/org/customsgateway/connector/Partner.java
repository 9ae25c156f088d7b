package org.customsgateway.connector;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;

/**
 * Who sends and receives, as its file in {@code connectors/partners} says. The file's keys and defaults are in
 * {@code connectors/README.md}.
 *
 * @param name for people
 * @param language in which it is told what is wrong with its data, ISO 639-1
 * @param formats what it may send; never empty
 * @param profile what is agreed with it about the formats, by the names of their {@code profile} lists
 * @param match of the orders, payments and parcels that it sends
 * @param returns of the goods that it says come back
 * @param keep how long what belongs to it is kept, where that is agreed otherwise than for all
 * @param decisionTimeout how long the back-ends may take for one declaration
 * @param payment what its duties do to a release; empty where that is as for all
 * @param signature what is agreed about signatures; empty where nothing is, and then none is looked at
 */
public record Partner(
        PartnerId id,
        String name,
        PartnerKind kind,
        String language,
        List<FormatId> formats,
        Map<String, String> profile,
        ReplyPolicy reply,
        DuplicatePolicy duplicates,
        Limits limits,
        MatchPolicy match,
        ReturnPolicy returns,
        KeepPolicy keep,
        Duration decisionTimeout,
        Optional<Payment> payment,
        Optional<SignaturePolicy> signature,
        Wires wires) {}
