package org.customsgateway.route;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.customsgateway.journal.Decision;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Tax;

/**
 * What a back-end's decision says, read from its WCO response. The journal keeps it as text beside the response itself.
 *
 * @param reasonCode WCO 226, or empty
 * @param reasonText WCO 225 or 488, or empty
 * @param problems faults that it found, already turned around into the sender's own fields
 * @param total of the taxes, or null
 */
record Answer(
        Outcome outcome,
        String reasonCode,
        String reasonText,
        List<Problem> problems,
        List<Tax> taxes,
        BigDecimal total,
        String currency) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** The most answers say nothing but their outcome: they need not be read each time. */
    private static final Map<String, Answer> BARE = Arrays.stream(Outcome.values())
            .map(Answer::of)
            .collect(toUnmodifiableMap(Answer::toJson, answer -> answer));

    static Answer of(Outcome outcome) {
        return new Answer(outcome, "", "", List.of(), List.of(), null, "");
    }

    /**
     * Where a back-end stands after all that it has said: an acceptance never takes back what came before it, and a release
     * after duties means that they are paid. Duties and taxes stay until others are assessed; what is still to be paid of them may be said
     * alone.
     */
    static Answer standing(List<Decision> decisions) {
        Answer stands = null;
        for (Decision decision : decisions) {
            Answer next = fromJson(decision.outcome());
            stands = stands == null ? next : stands.followedBy(next);
        }
        return stands;
    }

    /** Whether it gives any reason: most say nothing but their outcome. */
    boolean reasons() {
        return !reasonCode.isEmpty() || !reasonText.isEmpty() || !problems.isEmpty();
    }

    /** With other reasons than the back-end's own. */
    Answer saying(String code, String text, List<Problem> found) {
        return new Answer(outcome, code, text, found, taxes, total, currency);
    }

    /** The same outcome, said otherwise; or duties that are still to be paid, asked for in another way. */
    boolean rewords(Answer before) {
        return before != null
                && (before.outcome == outcome || (before.outcome.owes() && outcome.owes()))
                && (outcome == Outcome.REMINDED || !before.equals(this));
    }

    private Answer followedBy(Answer next) {
        if (!next.outcome.ends() && outcome.ends()) {
            return this;
        }
        boolean dutiesBefore = outcome.owes() || outcome == Outcome.PAID;
        Outcome becomes = next.outcome == Outcome.RELEASE && dutiesBefore ? Outcome.PAID : next.outcome;
        boolean reassessed = !next.taxes.isEmpty();
        boolean retotalled = reassessed || next.total != null;
        return new Answer(
                becomes,
                next.reasonCode,
                next.reasonText,
                next.problems,
                reassessed ? next.taxes : taxes,
                retotalled ? next.total : total,
                retotalled ? next.currency : currency);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }

    static Answer fromJson(String json) {
        Answer bare = BARE.get(json);
        if (bare != null) {
            return bare;
        }
        try {
            return JSON.readValue(json, Answer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds an answer that is not JSON", e);
        }
    }
}
