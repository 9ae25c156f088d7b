package org.customsgateway.simulate;

/** A script that cannot be used; the message starts with {@code file:line:}. */
public final class ScriptFault extends RuntimeException {

    ScriptFault(String file, int line, String text) {
        super(file + ":" + line + ": " + text);
    }
}
