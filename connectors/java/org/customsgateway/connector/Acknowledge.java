package org.customsgateway.connector;

/** Whether a partner is told that an interchange was read, in formats that have an acknowledgement for that (CONTRL). */
public enum Acknowledge {
    /** When the interchange asks for it (EDIFACT: 0031 is 1 or 2). */
    REQUESTED,
    ALWAYS,
    /** Only a refusal is told. */
    NEVER
}
