package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.customsgateway.Sm2Party;
import org.customsgateway.mapping.xmldsig.SignatureCheck;
import org.customsgateway.mapping.xmldsig.Signer;

/** Whatever becomes of a good CEB message on its way: a refusal, rejected documents or valid declarations, and never an exception. */
class MutatedCebTest {

    private static final List<String> CASES = List.of(
            "cn-ceb-311/rejects-one-bad-order-among-good-neighbours",
            "cn-ceb-411/maps-a-payment-for-the-match",
            "cn-ceb-511/maps-a-parcel-for-the-match",
            "cn-ceb-621/declares-a-list-with-everything-in-it",
            "cn-ceb-625/declares-a-return-with-the-list-that-it-came-in-with");
    private static final String[] PIECES = {
        "<",
        ">",
        "/",
        "&",
        "\"",
        "<ceb:Order>",
        "</ceb:Order>",
        "<ceb:orderNo>",
        "</ceb:orderNo>",
        "<ceb:OrderList/>",
        "<ceb:InventoryList>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&#0;",
        "<!DOCTYPE a>",
        "\u0000",
        "\uFFFE",
        "订单",
        "0",
        "-1",
        "1e9",
        "99999999999999999999",
        "NaN",
        "142",
        "999",
        "20261121",
        "\t",
        "\r\n",
        "${item}",
        "xmlns:ceb=\"\""
    };
    private static final Sm2Party FIRM = Sm2Party.valid();

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void spliced_with_anything(@ForAll("cases") String which, @ForAll("splices") List<Splice> splices)
            throws IOException {
        judged(which, Splice.all(splices, good(which)));
    }

    @Property(tries = 150)
    void broken_off_anywhere(@ForAll("cases") String which, @ForAll("places") double place) throws IOException {
        byte[] raw = good(which);
        int end = raw.length - "</ceb:CEB311Message>\n".length();
        assertThat(judged(which, Arrays.copyOf(raw, (int) (place * end)))).isTrue();
    }

    /** What still is good by its signature is, to the letter of what is signed, the same as before. */
    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void a_signed_message_spliced_with_anything_is_refused_or_says_the_same(@ForAll("splices") List<Splice> splices)
            throws IOException {
        String which = CASES.get(3);
        byte[] signed = new Signer(FIRM.certificate(), FIRM.key()).sign(good(which));
        byte[] raw = Splice.all(splices, signed);
        SignatureCheck check = new SignatureCheck(List.of(FIRM.certificate()), true, false, 1 << 20);
        if (check.problem(new ByteArrayInputStream(raw), Sm2Party.NOW).isEmpty()) {
            Mapping mapping = mapping(which);
            assertThat(Drawer.read(mapping, raw))
                    .extracting(MappedItem::contentHash)
                    .isEqualTo(Drawer.read(mapping, signed).stream()
                            .map(MappedItem::contentHash)
                            .toList());
        }
    }

    private static byte[] good(String which) throws IOException {
        return Files.readAllBytes(Path.of("src-test/golden").resolve(which).resolve("input.xml"));
    }

    private static Mapping mapping(String which) {
        return Shipped.mapping(which.substring(0, which.indexOf('/')));
    }

    /** Whether it was refused. */
    private static boolean judged(String which, byte[] raw) {
        return Drawer.judged(mapping(which), raw, Shipped.model()::validateDeclaration);
    }

    @Provide
    Arbitrary<String> cases() {
        return Arbitraries.of(CASES);
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Provide
    Arbitrary<List<Splice>> splices() {
        return Splice.some(30, PIECES);
    }
}
