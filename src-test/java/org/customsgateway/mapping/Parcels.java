package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Interchanges of the little format that the engine's own tests use. */
final class Parcels {

    static final String GOOD = good("RR473124829XX");

    private Parcels() {}

    static String of(String... parcels) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Parcels xmlns="urn:test:parcels">
                  <Header>
                    <Reference>REF-1</Reference>
                    <Post>XXAAAA</Post>
                  </Header>
                %s
                  <Footer>end</Footer>
                </Parcels>
                """.formatted(String.join("\n", parcels));
    }

    static String good(String id) {
        return """
                  <Parcel priority="true">
                    <Id>%s</Id>
                    <Posted>2026-11-20T08:30:00Z</Posted>
                    <Kind>GIFT</Kind>
                    <From>
                      <Name>Ana &amp; Rui</Name>
                      <City>Lisboa</City>
                      <Country>PT</Country>
                    </From>
                    <To>
                      <Name>Zoë</Name>
                      <Country>FR</Country>
                    </To>
                    <Remark>first</Remark>
                    <Line>
                      <Text>book</Text>
                      <HS>490199</HS>
                      <Value currency="EUR">12.50</Value>
                      <Weight>0.250</Weight>
                    </Line>
                    <Line>
                      <Text>cup</Text>
                      <HS>691110</HS>
                      <Value currency="EUR">7</Value>
                      <Weight>0.3</Weight>
                    </Line>
                  </Parcel>""".formatted(id);
    }

    /** What becomes of them, in an interchange of their own. */
    static List<MappedItem> read(String... parcels) {
        Mapping mapping = Drawer.opened().current(Drawer.PARCELS);
        byte[] raw = Drawer.bytes(of(parcels));
        Scan scan = Drawer.scan(mapping, raw);
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.items()).isEqualTo(parcels.length);
        return Drawer.read(mapping, raw);
    }

    /** The rule and the place of each problem. */
    static List<String> rules(MappedItem item) {
        return item.problems().stream()
                .map(problem -> problem.rule() + " " + problem.pointer())
                .toList();
    }

    static String declaration(MappedItem item) {
        return new String(item.declaration(), StandardCharsets.UTF_8);
    }
}
