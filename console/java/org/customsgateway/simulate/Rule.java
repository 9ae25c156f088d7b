package org.customsgateway.simulate;

import java.util.List;

/** All conditions must hold; no condition holds always; no answers means that the back-end stays silent. */
record Rule(List<Condition> when, List<Answer> answers) {

    boolean matches(Declared declared) {
        return when.stream().allMatch(condition -> condition.test(declared));
    }
}
