package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.customsgateway.message.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static Formats formats;
    private static Mapping mapping;

    @BeforeAll
    static void open() {
        formats = Drawer.open();
        assertThat(formats.faults()).isEmpty();
        mapping = formats.current(Drawer.PARCELS);
    }

    @AfterAll
    static void close() {
        formats.close();
    }

    @Test
    void a_good_item_becomes_a_declaration() {
        byte[] raw = Drawer.bytes(Parcels.of(Parcels.good("RR473124829XX")));
        assertThat(Drawer.scan(mapping, raw)).isEqualTo(new Scan("REF-1", 1, List.of()));
        MappedItem item = Drawer.read(mapping, raw).get(0);
        System.out.println(new String(item.declaration(), StandardCharsets.UTF_8));
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void show_problems() {
        String bad = Parcels.good("RR473124820XX")
                .replace("<City>Lisboa</City>", "<City>A city with a name far too long</City>")
                .replace("<Kind>GIFT</Kind>", "<Kind>LOAN</Kind>")
                .replace("<Weight>0.250</Weight>", "<Wait>1</Wait>")
                .replace("currency=\"EUR\"", "")
                .replace("<Text>book</Text>", "<Text>" + "x".repeat(80) + "</Text>")
                .replace("<Country>FR</Country>", "");
        byte[] raw = Drawer.bytes(Parcels.of(bad, Parcels.good("RR473124829XX")));
        System.out.println(Drawer.scan(mapping, raw));
        for (MappedItem item : Drawer.read(mapping, raw)) {
            System.out.println(item.sequence() + " " + item.key() + " " + item.facts() + " " + item.failure()
                    + (item.declaration() != null));
            for (Problem p : item.problems()) System.out.println("   " + p);
        }
        System.out.println(mapping.coverage().unread());
        mapping.coverage().lines().forEach(System.out::println);
        System.out.println(
                mapping.toSource("Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description", 7));
    }
}
