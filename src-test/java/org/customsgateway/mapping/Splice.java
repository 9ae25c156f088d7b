package org.customsgateway.mapping;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Some bytes of a message taken out at a place, others put in. */
record Splice(double place, int out, String in) {

    /** One to three of them. */
    static Arbitrary<List<Splice>> some(int mostOut, String... pieces) {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, mostOut),
                        Arbitraries.of(pieces))
                .as(Splice::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    static byte[] all(List<Splice> splices, byte[] raw) {
        byte[] spliced = raw;
        for (Splice splice : splices) {
            spliced = splice.into(spliced);
        }
        return spliced;
    }

    private byte[] into(byte[] raw) {
        int from = (int) (place * raw.length);
        int to = Math.min(raw.length, from + out);
        byte[] put = Drawer.bytes(in);
        byte[] spliced = Arrays.copyOf(raw, raw.length - (to - from) + put.length);
        System.arraycopy(put, 0, spliced, from, put.length);
        System.arraycopy(raw, to, spliced, from + put.length, raw.length - to);
        return spliced;
    }
}
