package org.customsgateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.Sm2Party;
import org.customsgateway.connector.Partner;
import org.customsgateway.journal.Arrival;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Reply;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.xmldsig.SignatureCheck;
import org.customsgateway.mapping.xmldsig.Signer;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.Problem;
import org.customsgateway.message.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is agreed about signatures, on the way through the house. */
class SignedMessagesTest {

    private static final String DECLARANT = "declarant";
    private static final Sm2Party FIRM = Sm2Party.valid();
    private static final Sm2Party GATEWAY = Sm2Party.valid();

    private static Formats formats;

    @TempDir
    Path folder;

    private Books books;

    private Partner declarant;

    @BeforeAll
    static void read() {
        formats = Formats.open(Path.of("mappings"), Path.of("xsd"), document -> List.of(), new DefaultCamelContext());
    }

    @AfterAll
    static void forget() {
        formats.close();
    }

    @BeforeEach
    void open() throws IOException {
        books = new Books(folder);
        Path partners = folder.resolve("partners");
        Files.writeString(partners.resolve("firm.crt"), FIRM.certificatePem());
        Files.writeString(partners.resolve("gateway.crt"), GATEWAY.certificatePem());
        Files.writeString(partners.resolve("gateway.key"), GATEWAY.keyPem());
        books.partner(
                DECLARANT,
                "cn-ceb-621",
                "signature: { kind: sm2, certificates: [ 'file:firm.crt' ], certificate: 'file:gateway.crt', key: 'file:gateway.key' }\n");
        declarant = books.partners().find(new PartnerId(DECLARANT)).orElseThrow();
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void a_signed_list_is_read() throws IOException {
        Reading judged = judged("i1", signed(list()));
        assertThat(judged.isRefused()).isFalse();
        assertThat(judged.items())
                .singleElement()
                .satisfies(item -> assertThat(item.rejected()).isFalse());
    }

    @Test
    void a_list_that_is_not_signed_is_refused_and_its_items_are_not_looked_at() throws IOException {
        Reading judged = judged("i1", list());
        assertThat(judged.refusal()).extracting(Problem::rule).containsExactly("XMLDSIG-MISSING");
        assertThat(judged.items()).isNull();
        assertThat(judged.heard().facts()).containsEntry("message", "11112222-3333-4444-5555-666677778800");
    }

    @Test
    void a_list_that_was_changed_on_the_way_is_refused() throws IOException {
        Reading judged = judged("i1", signed(list()).replace("<ceb:qty>2<", "<ceb:qty>3<"));
        assertThat(judged.refusal()).extracting(Problem::rule).containsExactly("XMLDSIG-DIGEST");
        assertThat(judged.items()).isNull();
    }

    /** Comments are not signed: they must not cut short what is read. */
    @Test
    void what_is_signed_is_what_is_read() throws IOException {
        String cut = signed(list()).replace("<ceb:qty>2<", "<ceb:qty>2<!-- -->5<!-- --><");
        String meant = signed(list().replace("<ceb:qty>2<", "<ceb:qty>25<"));
        assertThat(judged("i1", cut).refusal()).extracting(Problem::rule).containsExactly("XMLDSIG-DIGEST");
        String comments = meant.replace("<ceb:qty>25<", "<ceb:qty>2<!-- -->5<!-- --><");
        assertThat(judged("i2", comments).items())
                .extracting(item -> new String(item.declaration(), StandardCharsets.UTF_8))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(">25 011</StatementDescription>"));
    }

    @Test
    void what_cannot_be_read_is_refused_for_that() throws IOException {
        Reading judged = judged("i1", signed(list()).replace("</ceb:CEB621Message>", ""));
        assertThat(judged.refusal()).extracting(Problem::rule).containsExactly("XML-WELL-FORMED");
    }

    @Test
    void a_receipt_is_signed_with_the_key_of_the_gateway() throws IOException {
        books.declared("i1", DECLARANT, "cn-ceb-621", 2);
        books.clock.forward(Duration.ofMinutes(1));
        new ReplyWriter(books.journal, books.raws, formats, books.partners(), new Ids(), new AtOnce(), books.clock)
                .due();

        Reply reply = books.replies("i1").get(0);
        String text = books.text(reply);
        assertThat(text).contains("CEB622Message", "<returnStatus>2</returnStatus>", "ds:SignatureValue");
        var check = new SignatureCheck(List.of(GATEWAY.certificate()), true, false, 1 << 20);
        assertThat(check.problem(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Sm2Party.NOW))
                .isEmpty();
        assertThat(formats.current(reply.format()).id().value()).isEqualTo("cn-ceb-622");
    }

    private static String list() throws IOException {
        return Files.readString(Path.of("src-test/golden/cn-ceb-621/declares-the-least-that-a-list-needs/input.xml"));
    }

    private static String signed(String xml) {

        return new String(
                new Signer(FIRM.certificate(), FIRM.key()).sign(xml.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }

    private Reading judged(String id, String text) throws IOException {
        var kept = books.raws.take(text.getBytes(StandardCharsets.UTF_8));
        books.journal
                .interchanges()
                .receive(new Arrival(
                        id, declarant.id(), Wire.QUEUE, null, id, kept, books.clock.instant(), List.of(), null));
        Interchange interchange = books.journal
                .interchanges()
                .claim(Books.NODE, 1, books.clock.instant().plusSeconds(60), books.clock.instant())
                .get(0);
        Identify identify = new Identify(formats, books.raws);
        return identify.judge(identify.format(Reading.of(interchange, declarant)));
    }
}
