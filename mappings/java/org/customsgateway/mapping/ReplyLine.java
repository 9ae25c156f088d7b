package org.customsgateway.mapping;

import java.util.List;
import java.util.Set;
import org.customsgateway.message.FormatId;

/**
 * One of the formats that answer a format, and what it tells.
 *
 * @param format the one that is used where nothing else is agreed with the partner
 * @param tells names of statuses, and {@link #REFUSED} and {@link #READ} for the interchange itself
 * @param others formats that may be agreed instead
 */
record ReplyLine(FormatId format, Set<String> tells, List<FormatId> others, int line) {

    /** The interchange as a whole is refused. */
    static final String REFUSED = "INTERCHANGE-REFUSED";

    /** The interchange was read: each of its items is answered on its own. */
    static final String READ = "INTERCHANGE-READ";

    /** The first that the partner agreed to. */
    FormatId agreed(List<FormatId> wishes) {
        return wishes.stream()
                .filter(wish -> wish.equals(format) || others.contains(wish))
                .findFirst()
                .orElse(format);
    }
}
