package org.customsgateway.simulate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What one back-end answers to one declaration: the script's rule, put into WCO Responses. */
final class Behaviour {

    private final BackEnd backEnd;
    private final Script script;
    private final Delay delay;
    private final ResponseXml xml;

    Behaviour(BackEnd backEnd, Script script, Delay delay, Clock clock) {
        this.backEnd = backEnd;
        this.script = script;
        this.delay = delay;
        this.xml = new ResponseXml(backEnd, clock);
    }

    BackEnd backEnd() {
        return backEnd;
    }

    List<Decision> decide(Declared declared) {
        var decisions = new ArrayList<Decision>();
        var answers = script.answers(backEnd, declared);
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var reference = reference(declared, i);
            decisions.add(new Decision(
                    declared.id(),
                    reference,
                    answer.after().plus(delay.of(reference)),
                    answer.times(),
                    xml.write(declared, answer, reference)));
        }
        return decisions;
    }

    /** Computed, not drawn: when a commit fails and the declaration comes again, its answers have the same references. */
    private String reference(Declared declared, int place) {
        var seed = backEnd.id() + "|" + declared.id() + "|" + declared.version() + "|" + place;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
