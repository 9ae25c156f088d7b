package org.customsgateway.mapping.enrich;

import java.util.ArrayList;
import java.util.List;

/**
 * What the gateway adds to a declaration.
 *
 * @param rule that added it: a row of {@code enrichment.csv}
 * @param statement code of its AdditionalInformation (226)
 * @param property of the queue message
 * @param value in short, for a machine
 * @param why the value with its working, for a person
 * @param data the sets that it comes from, each with its version
 */
record Fact(String rule, String statement, String property, String value, String why, String data) {

    /** Of a text (225). */
    private static final int LONGEST = 512;

    /** Statements of one fact: its working is cut where one step ends, and what is beyond this is left out. */
    private static final int MOST = 10;

    private static final String STEP = "; ";

    /** Texts of its AdditionalInformation (225, an..512): one, or several where the working is longer. Each ends with the evidence. */
    List<String> texts() {
        String evidence = " [" + rule + STEP + data + "]";
        String rest = why.isEmpty() ? value : value + ": " + why;
        int room = LONGEST - evidence.length();
        List<String> texts = new ArrayList<>();
        while (rest.length() > room && texts.size() < MOST - 1) {
            int cut = rest.lastIndexOf(STEP, room);
            int end = cut > 0 ? cut : room;
            texts.add(rest.substring(0, end) + evidence);
            rest = value + ", further: " + rest.substring(cut > 0 ? cut + STEP.length() : room);
        }
        texts.add((rest.length() > room ? rest.substring(0, room - 1) + "…" : rest) + evidence);
        return texts;
    }
}
