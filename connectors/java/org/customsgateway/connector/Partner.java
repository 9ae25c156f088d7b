package org.customsgateway.connector;

import java.time.Duration;
import java.util.List;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;

/**
 * Who sends and receives, as its file in {@code connectors/partners} says. The file's keys and defaults are in
 * {@code connectors/README.md}.
 *
 * @param name for people
 * @param formats what it may send; never empty
 * @param decisionTimeout how long the back-ends may take for one declaration
 */
public record Partner(
        PartnerId id,
        String name,
        PartnerKind kind,
        List<FormatId> formats,
        ReplyPolicy reply,
        DuplicatePolicy duplicates,
        Limits limits,
        Duration decisionTimeout,
        Wires wires) {}
