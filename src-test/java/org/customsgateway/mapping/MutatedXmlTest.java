package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever becomes of a good message on its way: a refusal, rejected items or valid declarations, and never an exception. */
class MutatedXmlTest {

    private static final byte[] GOOD =
            Drawer.bytes(Parcels.of(Parcels.good("RR473124829XX"), Parcels.good("RR473124820XX"), Parcels.good("X")));
    private static final String[] PIECES = {
        "<",
        ">",
        "/",
        "&",
        "\"",
        "'",
        "<Parcel>",
        "</Parcel>",
        "<Line/>",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?p ",
        "&#0;",
        "&#xD800;",
        " xmlns=\"\"",
        " xmlns:p=\"urn:test:parcels\"",
        "<!DOCTYPE a>",
        "\u0000",
        "\uFFFE",
        "é",
        "<Id>",
        "</Id>",
        "xsi:nil=\"true\"",
        "-1",
        "1e9",
        "NaN",
        "\t",
        "\r\n",
        "<Parcels>",
        "</Parcels>",
        "${item}",
        "<#list",
        "<@x/>"
    };
    private static DeclarationCheck check;

    @BeforeContainer
    static void open() {
        check = Drawer.check(Drawer.HOME);
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.BOUNDED)
    void spliced_with_anything(@ForAll("splices") List<Splice> splices) {
        judged(Splice.all(splices, GOOD));
    }

    @Property(tries = 400)
    void broken_off_anywhere(@ForAll("lengths") int length) {
        byte[] raw = Arrays.copyOf(GOOD, length);
        assertThat(judged(raw)).as("cut at %s", length).isTrue();
    }

    @Property(tries = 600)
    void with_bytes_turned(@ForAll("places") List<Integer> places, @ForAll byte turned) {
        byte[] raw = GOOD.clone();
        places.forEach(place -> raw[place] = turned);
        judged(raw);
    }

    @Property(tries = 300)
    void not_xml_at_all(@ForAll byte[] raw) {
        assertThat(judged(raw)).isTrue();
    }

    /** Whether it was refused. */
    private static boolean judged(byte[] raw) {
        return Drawer.judged(Drawer.opened().current(Drawer.PARCELS), raw, check);
    }

    @Provide
    Arbitrary<List<Splice>> splices() {
        return Splice.some(40, PIECES);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, GOOD.length - "</Parcels>\n".length());
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers()
                .between(0, GOOD.length - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
