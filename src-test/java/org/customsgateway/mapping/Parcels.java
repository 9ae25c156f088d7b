package org.customsgateway.mapping;

/** Interchanges of the little format that the engine's own tests use. */
final class Parcels {

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
}
