package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customsgateway.connector.queue.QueueMessage;
import org.customsgateway.mapping.Shipped;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.message.ItemId;
import org.customsgateway.message.RawBytes;
import org.customsgateway.message.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a back-end says and we cannot use is kept where an operator finds it. */
class DecideTest {

    private static final Path TABLES = Path.of("mappings/_shared");
    private static final Pattern KEPT = Pattern.compile("kept as raw bytes ([0-9a-f]{64})");
    private static final String ACCEPTED = """
            <MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2">
              <WCOTypeName>RES</WCOTypeName>
              <Response xmlns="urn:wco:datamodel:WCO:RES-DMS:2">
                <FunctionCode>01</FunctionCode>
                <FunctionalReferenceID>ref-1</FunctionalReferenceID>
                <Declaration><ID>nobody-0000001</ID></Declaration>
              </Response>
            </MetaData>
            """;

    @TempDir
    private Path folder;

    private Books books;
    private Decide decide;

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder);
        WcoModel wco = Shipped.model();
        var answers = new Answers(
                wco,
                null,
                books.journal,
                DecisionTable.read(TABLES.resolve("decisions.csv"), Books.BACK_ENDS),
                Books.BACK_ENDS);
        var combine =
                new Combine(StatusTables.read(TABLES, Books.BACK_ENDS), Books.BACK_ENDS, books.partners(), "wait");
        decide = new Decide(
                wco,
                answers,
                combine,
                books.handOff(messages -> {}),
                books.journal,
                books.raws,
                Books.COUNTS,
                books.clock);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void the_alarm_of_an_answer_about_an_unknown_declaration_names_where_it_is_kept() throws IOException {
        decide.decide(answer(ACCEPTED));

        assertThat(kept("DECISION-UNKNOWN")).isEqualTo(ACCEPTED);
    }

    @Test
    void so_does_the_alarm_of_an_answer_that_cannot_be_read() throws IOException {
        decide.decide(answer("yes"));

        assertThat(kept("DECISION-UNREADABLE")).isEqualTo("yes");
    }

    @Test
    void a_person_looks_at_a_release_that_is_taken_back_and_at_a_decision_about_what_was_withdrawn()
            throws IOException {
        books.declared("i1", "post-xa", "parcels", 2);
        says("08", ItemId.of("i1", 1), "risk", "a");
        says("08", ItemId.of("i1", 1), "revenue", "b");
        assertThat(books.alarms()).isEmpty();
        says("03", ItemId.of("i1", 1), "risk", "c");
        assertThat(books.alarmText("DECISION-REVERSED"))
                .isEqualTo("i1-0000001 was RELEASED and became REJECTED by decision c");

        says("10", ItemId.of("i1", 2), "revenue", "d");
        says("08", ItemId.of("i1", 2), "revenue", "e");
        assertThat(books.alarmText("DECISION-REVERSED"))
                .contains("i1-0000002 was CANCELLED and stays so, and is not ACCEPTED");
        assertThat(books.journal.items().find(ItemId.of("i1", 2)).orElseThrow().status())
                .isEqualTo(StatusCode.CANCELLED);
    }

    @Test
    void an_answer_to_another_version_than_the_declaration_is_is_kept() throws IOException {
        books.declared("i1", "post-xa", "parcels", 1);
        String body = ACCEPTED.replace("<ID>nobody-0000001</ID>", "<ID>i1-0000001</ID><VersionID>2</VersionID>");
        decide.decide(answer(body));
        assertThat(kept("DECISION-UNREADABLE")).isEqualTo(body);

        decide.decide(answer(body.replace("<VersionID>2", "<VersionID>1")));
        assertThat(books.journal.decisions().of("i1-0000001")).hasSize(1);
    }

    private void says(String functionCode, String item, String backend, String ref) throws IOException {
        String body = ACCEPTED.replace(">01<", ">" + functionCode + "<")
                .replace("ref-1", ref)
                .replace("nobody-0000001", item);
        decide.decide(new Decide.Batch(
                backend,
                List.of(new QueueMessage("m-" + ref, "", body.getBytes(StandardCharsets.UTF_8), Map.of(), 1)),
                List.of()));
    }

    private static Decide.Batch answer(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Decide.Batch("risk", List.of(new QueueMessage("m-1", "", bytes, Map.of(), 1)), List.of());
    }

    private String kept(String kind) throws IOException {
        Matcher alarm = KEPT.matcher(books.alarmText(kind));
        assertThat(alarm.find()).as(books.alarmText(kind)).isTrue();
        try (var bytes = books.raws.open(new RawBytes(alarm.group(1), 0))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
