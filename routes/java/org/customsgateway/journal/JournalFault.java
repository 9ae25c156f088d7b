package org.customsgateway.journal;

/** The journal could not do its work: our fault, to be tried again. Nothing of the unit of work has happened, or all of it. */
public class JournalFault extends RuntimeException {

    public JournalFault(String text, Throwable cause) {
        super(text, cause);
    }
}
