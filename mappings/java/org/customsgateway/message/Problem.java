package org.customsgateway.message;

/**
 * A fault of the sender, as data. Problems are collected, all of them, and end in a reply; they are never thrown.
 *
 * @param rule stable id of the rule that was broken, for example {@code UPU-S10-CHECK} or {@code XML-WELL-FORMED}
 * @param severity what it does to the item
 * @param pointer where in the sender's message
 * @param wcoId WCO Data Model id of the element (for example {@code 145}), or empty
 * @param value the value found, shortened, or empty
 * @param text one sentence: what is wrong and what to do
 * @param origin file and line of the schema or mapping that holds the rule ({@code xsd/upu-itmatt/itmatt.xsd:40}), or empty
 */
public record Problem(
        String rule, Severity severity, Pointer pointer, String wcoId, String value, String text, String origin) {

    /** Longer values are cut: a value is there to be recognised, not to be carried. */
    public static final int VALUE_LIMIT = 100;

    public Problem {
        value = value.length() > VALUE_LIMIT ? value.substring(0, VALUE_LIMIT) + "…" : value;
    }

    public boolean rejects() {
        return severity == Severity.REJECT;
    }
}
