package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customsgateway.mapping.Parcels.GOOD;
import static org.customsgateway.mapping.Parcels.declaration;
import static org.customsgateway.mapping.Parcels.read;
import static org.customsgateway.mapping.Parcels.rules;

import java.util.List;
import org.customsgateway.message.Pointer;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Severity;
import org.junit.jupiter.api.Test;

/** What is wrong with an item is told all at once, and nobody else hears of it. */
class ItemFaultsTest {

    @Test
    void all_problems_of_an_item_come_at_once_each_at_its_place() {
        String bad = GOOD.replace("<City>Lisboa</City>", "<City>A city with a name far too long</City>")
                .replace("<Kind>GIFT</Kind>", "<Kind>LOAN</Kind>")
                .replace("<Weight>0.250</Weight>", "<Wait>1</Wait>")
                .replace("<Value currency=\"EUR\">7</Value>", "<Value>seven</Value>")
                .replace("<Text>book</Text>", "<Text>" + "x".repeat(80) + "</Text>")
                .replace("<Country>FR</Country>", "");
        List<MappedItem> items = read(bad, GOOD);
        assertThat(rules(items.get(0)))
                .containsExactly(
                        "XSD-CODE Parcel[1]/Kind (10:3)",
                        "XSD-LENGTH Parcel[1]/From/City (13:5)",
                        "XSD-REQUIRED Parcel[1]/To/Country (16:3)",
                        "XSD-REQUIRED Parcel[1]/Line[1]/Weight (21:3)",
                        "XSD-UNKNOWN Parcel[1]/Line[1]/Wait (25:5)",
                        "XSD-REQUIRED Parcel[1]/Line[2]/Value/@currency (30:5)",
                        "XSD-TYPE Parcel[1]/Line[2]/Value (30:5)",
                        "TEST-POSITIVE Parcel[1]/Line[2]/Value (30:5)",
                        "WCO-LENGTH Parcel[1]/Line[1]/Text (22:5)");
        assertThat(items.get(0).declaration()).isNull();
        assertThat(items.get(0).failure()).isEmpty();
        assertThat(items.get(1).problems()).isEmpty();
        assertThat(items.get(1).declaration()).isNotNull();
    }

    @Test
    void a_problem_names_rule_value_wco_id_and_the_line_that_holds_the_rule() {
        Problem problem = read(GOOD.replace("<Kind>GIFT</Kind>", "<Kind>LOAN</Kind>"))
                .get(0)
                .problems()
                .get(0);
        assertThat(problem)
                .isEqualTo(new Problem(
                        "XSD-CODE",
                        Severity.REJECT,
                        new Pointer("Parcel[1]/Kind", 10, 3),
                        "103",
                        "LOAN",
                        "'Kind' is none of the allowed codes (GIFT SALE): use one of them.",
                        "xsd/_shared/basics.xsd:6"));
    }

    @Test
    void a_value_that_only_the_declaration_refuses_is_told_in_the_senders_words() {
        String longText = GOOD.replace("<Text>cup</Text>", "<Text>" + "y".repeat(71) + "</Text>");
        MappedItem item = read(longText).get(0);
        Problem problem = item.problems().get(0);
        assertThat(problem.pointer()).isEqualTo(new Pointer("Parcel[1]/Line[2]/Text", 28, 5));
        assertThat(problem.wcoId()).isEqualTo("137");
        assertThat(problem.origin()).isEqualTo("mappings/parcels/to-wco.ftl:30");
        assertThat(item.rejected()).isTrue();
    }

    @Test
    void a_warning_does_not_reject_and_reaches_the_declaration() {
        MappedItem item = read(Parcels.good("RR473124820XX")).get(0);
        assertThat(rules(item)).containsExactly("TEST-S10 Parcel[1]/Id (8:3)");
        assertThat(declaration(item))
                .contains("<StatementCode>TEST-S10</StatementCode><StatementDescription>Parcel[1]/Id<");
    }

    @Test
    void a_rule_sees_what_is_missing_and_what_is_wrong() {
        String odd = GOOD.replace("<HS>490199</HS>", "")
                .replace("<HS>691110</HS>", "<HS> </HS>")
                .replace("<Value currency=\"EUR\">7<", "<Value currency=\"EUX\">0<");
        assertThat(rules(read(odd).get(0)))
                .containsExactly(
                        "TEST-POSITIVE Parcel[1]/Line[2]/Value (30:5)",
                        "TEST-CURRENCY Parcel[1]/Line[2]/Value/@currency (30:5)",
                        "TEST-HS Parcel[1]/Line[1]/HS (21:3)",
                        "TEST-HS Parcel[1]/Line[2]/HS (29:5)");
    }

    @Test
    void two_hundred_faults_are_two_hundred_problems() {
        String line = "<Line><Text>t</Text><Value currency=\"EUR\">1</Value><Weight>x</Weight></Line>";
        String bad = GOOD.replaceAll("(?s)<Line>.*</Line>", line.repeat(200));
        List<MappedItem> items = read(GOOD, bad, GOOD);
        assertThat(items.get(1).problems().stream().filter(Problem::rejects)).hasSize(200);
        assertThat(items.get(0).problems()).isEmpty();
        assertThat(items.get(2).problems()).isEmpty();
    }

    @Test
    void one_bad_item_never_touches_its_neighbours_wherever_it_is_broken() {
        for (String broken : List.of(
                GOOD.replaceAll("(?s)<Id>.*", "</Parcel>"),
                GOOD.replaceAll("(?s)<Line>.*</Line>", ""),
                GOOD.replace("<Kind>GIFT</Kind>", "<Kind><Kind/></Kind><Other xmlns=\"urn:other\"/>"),
                GOOD.replace("<Kind>GIFT</Kind>", "GIFT"),
                GOOD.replace("<From>", "<From><Parcel/>"),
                "<Parcel/>",
                "<Parcel xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"none\">text</Parcel>")) {
            List<MappedItem> items = read(GOOD, broken, GOOD);
            assertThat(items.get(1).rejected()).as(broken).isTrue();
            assertThat(items.get(1).declaration()).isNull();
            assertThat(items.get(0).problems()).as(broken).isEmpty();
            assertThat(items.get(2).problems()).as(broken).isEmpty();
        }
    }

    @Test
    void elements_in_the_wrong_order_are_told_from_unknown_ones() {
        String swapped = GOOD.replaceAll("(?s)(<Id>.*?</Id>)\\s*(<Posted>.*?</Posted>)", "$2$1");
        assertThat(rules(read(swapped).get(0))).containsExactly("XSD-ORDER Parcel[1]/Posted (8:3)");
    }

    @Test
    void too_many_of_an_element_are_told() {
        String line = "<Line><Text>t</Text><HS>1</HS><Value currency=\"EUR\">1</Value><Weight>1</Weight></Line>";
        String bad = GOOD.replaceAll("(?s)<Line>.*</Line>", line.repeat(301));
        assertThat(rules(read(bad).get(0))).singleElement().asString().startsWith("XSD-TOO-MANY Parcel[1]/Line[301]");
    }
}
