package org.customsgateway.message;

/** What a problem does to its item: {@code REJECT} ends it, {@code WARN} travels along with it. */
public enum Severity {
    REJECT,
    WARN
}
