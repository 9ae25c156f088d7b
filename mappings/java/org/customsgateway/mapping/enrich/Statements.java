package org.customsgateway.mapping.enrich;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes facts into a declaration, behind all that its mapping has said: pointers of back-ends count the places of what came from the
 * sender.
 */
final class Statements {

    private static final byte[] OWN = bytes("<StatementCode>GW-VERSION</StatementCode>");
    private static final byte[] START = bytes("<AdditionalInformation>");
    private static final byte[] END = bytes("</AdditionalInformation>");

    private Statements() {}

    /** The same where there are no facts, or the mapping says nothing in the gateway's name. */
    static byte[] added(byte[] declaration, List<Fact> facts) {
        int own = find(declaration, OWN, 0);
        if (facts.isEmpty() || own < 0) {
            return declaration;
        }
        StringBuilder text = new StringBuilder();
        for (Fact fact : facts) {
            for (String said : fact.texts()) {
                text.append("<AdditionalInformation><StatementCode>")
                        .append(escaped(fact.statement()))
                        .append("</StatementCode><StatementDescription>")
                        .append(escaped(said))
                        .append("</StatementDescription></AdditionalInformation>");
            }
        }
        byte[] added = bytes(text.toString());
        int at = last(declaration, own);
        byte[] whole = new byte[declaration.length + added.length];
        System.arraycopy(declaration, 0, whole, 0, at);
        System.arraycopy(added, 0, whole, at, added.length);
        System.arraycopy(declaration, at, whole, at + added.length, declaration.length - at);
        return whole;
    }

    /** Where the last AdditionalInformation of those ends that stand one behind the other from here on. */
    private static int last(byte[] declaration, int from) {
        int end = find(declaration, END, from) + END.length;
        int next = end;
        while (next < declaration.length && declaration[next] <= ' ') {
            next++;
        }
        return startsWith(declaration, START, next) ? last(declaration, next) : end;
    }

    private static boolean startsWith(byte[] in, byte[] what, int at) {
        return Arrays.equals(in, at, Math.min(in.length, at + what.length), what, 0, what.length);
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (in[i] == what[0] && startsWith(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
