package org.customsgateway.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {

    private static final Declared PHONE = declared("i-1", "8517130000", "199.90");
    private static final Declared BOOK = declared("i-2", "490199", "12.00");

    @Test
    void a_back_end_answers_by_its_own_rules_or_by_those_of_its_kind() {
        var cds = new BackEnd("cds", "revenue");
        var kinds = "risk: [{answer: [clear]}]\nrevenue: [{answer: [accepted]}]\n";
        assertThat(new ScriptReader("s.yaml", List.of(cds)).read(kinds).answers(cds, BOOK))
                .containsExactly(Answer.of(Say.ACCEPTED));
        var own = new ScriptReader("s.yaml", List.of(cds)).read(kinds + "cds: [{answer: [tax]}]\n");
        assertThat(own.answers(cds, BOOK)).containsExactly(Answer.of(Say.TAX));
        assertThat(own.answers(BackEnd.REVENUE, BOOK)).containsExactly(Answer.of(Say.ACCEPTED));
    }

    @Test
    void the_first_rule_that_matches_answers() {
        var script = new ScriptReader("s.yaml", BackEnd.SHIPPED).read("""
                        risk:
                          - when: { over: 150, hs: "8517" }
                            answer:
                              - { say: tax, after: 2s, times: 2, duty: 0, vat: 7.7 }
                              - release
                          - answer: [ accepted ]
                        """);

        assertThat(script.answers(BackEnd.RISK, PHONE))
                .containsExactly(
                        Answer.of(Say.TAX)
                                .after(Duration.ofSeconds(2))
                                .times(2)
                                .duty(BigDecimal.ZERO)
                                .vat(new BigDecimal("7.7")),
                        Answer.of(Say.RELEASE));
        assertThat(script.answers(BackEnd.RISK, BOOK)).containsExactly(Answer.of(Say.ACCEPTED));
        assertThat(script.answers(BackEnd.REVENUE, BOOK)).isEmpty();
    }

    @Test
    void keys_countries_versions_and_shares_are_conditions() {
        var script = new ScriptReader("s.yaml", BackEnd.SHIPPED).read("""
                        risk:
                          - { when: { key: "RX*XX" }, answer: [ hold ] }
                          - { when: { country: KP }, answer: [ rejected ] }
                          - { when: { version: 2 }, answer: [ review ] }
                          - { when: { percent: 100 }, answer: [ clear ] }
                        """);
        var plain = new Declared("i-3", "1", "r", List.of("RR1XX"), List.of("CN"), List.of());

        assertThat(script.answers(BackEnd.RISK, plain)).containsExactly(Answer.of(Say.CLEAR));
        assertThat(script.answers(BackEnd.RISK, new Declared("i", "1", "r", List.of("RX12XX"), List.of(), List.of())))
                .containsExactly(Answer.of(Say.HOLD));
        assertThat(script.answers(BackEnd.RISK, new Declared("i", "1", "r", List.of(), List.of("KP"), List.of())))
                .containsExactly(Answer.of(Say.REJECTED));
        assertThat(script.answers(BackEnd.RISK, new Declared("i", "2", "r", List.of(), List.of(), List.of())))
                .containsExactly(Answer.of(Say.REVIEW));
    }

    @Test
    void the_default_script_says_every_word() throws Exception {
        var file = Path.of("console/simulate/default.yaml");
        Script.read(file, BackEnd.SHIPPED);
        var lines = java.nio.file.Files.readString(file);
        assertThat(Say.values())
                .allSatisfy(say -> assertThat(lines).containsPattern("(?m)^ +- (\\{ say: )?" + say.word() + "(,.*)?$"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                    | s.yaml:1: the file is empty
            'taxes: []'                                           | s.yaml:1: 'taxes' is no back-end
            'risk:~  - answer: [ welcome ]'                       | s.yaml:2: 'welcome' cannot be said
            'risk:~  - when: { hs: 1 }'                           | s.yaml:2: a rule needs answer
            'risk:~  - when: { weight: 1 }~    answer: []'        | s.yaml:2: 'weight' is not known here
            'risk:~  - answer:~      - { say: tax, after: soon }' | s.yaml:3: a time is a number
            'risk:~  - answer:~      - { say: tax, times: 0 }'    | s.yaml:3: a whole number from 1 to 10
            'risk:~  - answer:~      - { say: tax, pointer: x }'  | s.yaml:3: a pointer is WCO class ids
            'risk:~  - answer:~      - { after: 1s }'             | s.yaml:3: an answer needs say
            'risk:~  - when: { over: much }~    answer: []'       | s.yaml:2: a number is needed
            'risk:~ - answer: [~'                                 | s.yaml:3:
            """)
    void a_fault_names_file_and_line(String yaml, String fault) {
        assertThatThrownBy(() -> new ScriptReader("s.yaml", BackEnd.SHIPPED).read(yaml.replace('~', '\n')))
                .isInstanceOf(ScriptFault.class)
                .hasMessageStartingWith(fault);
    }

    private static Declared declared(String id, String hs, String value) {
        return new Declared(
                id, "1", id, List.of(), List.of(), List.of(new Declared.Goods(1, hs, new BigDecimal(value), "EUR")));
    }
}
