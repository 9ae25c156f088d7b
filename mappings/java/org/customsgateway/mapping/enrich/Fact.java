package org.customsgateway.mapping.enrich;

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

    /** Text of the AdditionalInformation (225, an..512). */
    String text() {
        String evidence = " [" + rule + "; " + data + "]";
        String said = why.isEmpty() ? value : value + ": " + why;
        int room = 512 - evidence.length();
        return (said.length() > room ? said.substring(0, room - 1) + "…" : said) + evidence;
    }
}
