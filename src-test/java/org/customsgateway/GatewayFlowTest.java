package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customsgateway.simulate.BackEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, on real wires: what posts get to see of the gateway, and what the back-ends see. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CODE =
            Pattern.compile("<ItemId>([^<]*)</ItemId>.*?<Code>([^<]*)</Code>", Pattern.DOTALL);

    private Customs customs;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        customs = new Customs(folder, """
                risk:
                  - when: { key: "SI*" }
                    answer: []
                  - when: { key: "RJ*" }
                    answer:
                      - { say: rejected, code: R-1, text: "Not admitted.", pointer: "42A/67A/68A[1]/23A#137" }
                  - answer: [accepted, release]
                revenue:
                  - when: { key: "DU*" }
                    answer: [tax]
                  - answer: [release]
                """, journal());
        customs.open();
    }

    /** Settings of the journal: the embedded one needs none. */
    Map<String, String> journal() throws Exception {
        return Map.of();
    }

    @AfterAll
    void close() throws Exception {
        customs.close();
    }

    @Test
    void an_item_is_received_declared_released_and_answered() throws Exception {
        try (Post post = post("post-good", "")) {
            post.drop("one.xml", Itmatt.with("AA000000001XX"));

            awaitCodes(post, "AA000000001XX", "REL");
            assertThat(declarations("AA000000001XX"))
                    .as("at risk and at revenue")
                    .containsExactly(1, 1);
        }
    }

    @Test
    void duties_come_back_with_their_total() throws Exception {
        try (Post post = post("post-duties", "")) {
            post.drop("one.xml", Itmatt.with("DU000000001XX"));

            awaitCodes(post, "DU000000001XX", "RLD");
            assertThat(String.join("", post.replies())).contains("<Total ").contains("<Tax>");
        }
    }

    @Test
    void a_fault_that_risk_finds_points_into_the_senders_own_message() throws Exception {
        try (Post post = post("post-fault", "")) {
            post.drop("one.xml", Itmatt.with("RJ000000001XX"));

            awaitCodes(post, "RJ000000001XX", "REJ");
            assertThat(String.join("", post.replies())).contains("ContentPiece[1]/Description");
        }
    }

    /** Goods that are sold have a code of the tariff; the item is taken all the same. */
    @Test
    void what_is_poor_in_an_item_is_told_at_its_place_in_the_language_of_the_post() throws Exception {
        try (Post post = post("post-poor", "language: fr\n")) {
            post.drop("one.xml", Itmatt.with("QQ000000001XX"));

            awaitCodes(post, "QQ000000001XX", "REL");
            assertThat(String.join("", post.replies()))
                    .contains(
                            "<Rule>QD-HS</Rule><Severity>WARN</Severity><Path>Item[1]/ContentPiece[1]/HS</Path>",
                            "Les marchandises vendues");
        }
    }

    @Test
    void one_bad_item_does_not_touch_its_neighbours() throws Exception {
        try (Post post = post("post-mixed", "")) {
            post.drop("three.xml", Itmatt.with("BB000000001XX", Itmatt.BAD, "BB000000003XX"));

            awaitCodes(post, "BB000000001XX", "REL");
            awaitCodes(post, "BB000000003XX", "REL");
            awaitCodes(post, Itmatt.BAD, "REJ");
        }
    }

    @Test
    void what_cannot_be_read_is_refused_and_the_next_file_goes_on() throws Exception {
        try (Post post = post("post-broken", "")) {
            post.drop("cut.xml", Itmatt.with("CC000000001XX").substring(0, 300));
            post.drop("empty.xml", "");
            post.drop("letter.txt", "Dear customs, please find my parcels below.");
            post.drop("good.xml", Itmatt.with("CC000000002XX"));

            awaitCodes(post, "CC000000002XX", "REL");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(refusals(post)).hasSize(3));
        }
    }

    @Test
    void an_interchange_over_the_agreed_size_is_refused() throws Exception {
        try (Post post = post("post-large", "limits: { interchange: 2KB }\n")) {
            String large = Itmatt.with("LL000000001XX", "LL000000002XX", "LL000000003XX");

            assertThatThrownBy(() -> post.drop("large.xml", large)).isInstanceOf(IOException.class);

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(refusals(post)).hasSize(1).allMatch(reply -> reply.contains("TOO-LARGE")));
        }
    }

    @Test
    void the_same_bytes_again_get_the_same_replies_and_no_second_declaration() throws Exception {
        try (Post post = post("post-again", "")) {
            String file = Itmatt.with("DD000000001XX");
            post.drop("first.xml", file);
            awaitCodes(post, "DD000000001XX", "REL");
            List<String> first = post.replies();
            post.collect();

            post.drop("second.xml", file);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(post.replies()).isEqualTo(first));
            assertThat(declarations("DD000000001XX")).containsExactly(1, 1);
        }
    }

    @Test
    void the_same_item_with_other_content_is_an_amendment() throws Exception {
        try (Post post = post("post-amend", "")) {
            post.drop("first.xml", Itmatt.with("EE000000001XX"));
            awaitCodes(post, "EE000000001XX", "REL");

            post.drop("second.xml", Itmatt.with("EE000000001XX").replace("Cotton T-shirt", "Woollen jumper"));

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(declarations("EE000000001XX")).containsExactly(2, 2));
        }
    }

    @Test
    void where_amendments_are_not_agreed_it_is_rejected() throws Exception {
        try (Post post = post("post-strict", "duplicates: { key: reject }\n")) {
            post.drop("first.xml", Itmatt.with("FF000000001XX"));
            awaitCodes(post, "FF000000001XX", "REL");

            post.drop("second.xml", Itmatt.with("FF000000001XX").replace("Cotton T-shirt", "Woollen jumper"));

            awaitCodes(post, "FF000000001XX", "REJ");
            assertThat(declarations("FF000000001XX")).containsExactly(1, 1);
        }
    }

    @Test
    void a_silent_back_end_has_a_status_of_its_own() throws Exception {
        try (Post post = post("post-silent", "decisions: { timeout: 1s }\n")) {
            post.drop("one.xml", Itmatt.with("SI000000001XX"));

            awaitCodes(post, "SI000000001XX", "TMO");
        }
    }

    private Post post(String id, String more) throws Exception {
        var post = new Post(id);
        post.register(customs.partners(), more);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            post.connect(customs.sftpPort());
            return true;
        });
        return post;
    }

    private static void awaitCodes(Post post, String item, String status) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(codes(post))
                        .as("statuses of %s", item)
                        .containsKey(item)
                        .satisfies(codes -> assertThat(codes.get(item)).contains(status)));
    }

    /** Every status code that the replies tell, by item. */
    private static Map<String, Set<String>> codes(Post post) throws IOException {
        return CODE.matcher(String.join("", post.replies()))
                .results()
                .collect(Collectors.groupingBy(
                        match -> match.group(1),
                        TreeMap::new,
                        Collectors.mapping((MatchResult match) -> match.group(2), Collectors.toSet())));
    }

    private static List<String> refusals(Post post) throws IOException {
        return post.replies().stream()
                .filter(reply -> reply.contains("<Outcome>REFUSED</Outcome>"))
                .toList();
    }

    /** How many declarations risk and revenue have seen of this item. */
    private List<Integer> declarations(String item) throws IOException {
        return List.of(customs.seen(BackEnd.RISK, item), customs.seen(BackEnd.REVENUE, item));
    }
}
