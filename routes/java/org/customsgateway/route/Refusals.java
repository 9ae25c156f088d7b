package org.customsgateway.route;

import java.util.Collection;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;

/** Why an interchange is refused before anybody reads it. */
final class Refusals {

    private Refusals() {}

    static Problem empty() {
        return problem("INTERCHANGE-EMPTY", "the interchange is empty: send it again");
    }

    static Problem tooLarge(long limit) {
        return problem(
                "INTERCHANGE-TOO-LARGE",
                "the interchange has more than the " + limit + " bytes agreed: split it and send the parts");
    }

    static Problem duplicate() {
        return problem(
                "INTERCHANGE-DUPLICATE",
                "these very bytes were sent before: nothing was declared again; send what is new only");
    }

    static Problem formatUnknown(Collection<FormatId> agreed) {
        return problem(
                "FORMAT-UNKNOWN",
                "this is in none of the formats agreed: send one of "
                        + String.join(", ", agreed.stream().map(FormatId::value).toList()));
    }

    private static Problem problem(String rule, String text) {
        return new Problem(rule, Severity.REJECT, Pointer.path("/"), "", "", text, "");
    }
}
