package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackEndsTest {

    @TempDir
    Path folder;

    @Test
    void each_file_is_one() throws IOException {
        file("risk.yaml", "kind: risk\ntimeout: 20m\n");
        file("statistics.yaml", "kind: copy\n");
        BackEnds backEnds = BackEnds.read(folder);
        assertThat(backEnds.all())
                .containsExactly(
                        new BackEnd("risk", BackEndKind.RISK, Optional.of(Duration.ofMinutes(20)), Optional.empty()),
                        new BackEnd("statistics", BackEndKind.COPY, Optional.empty(), Optional.empty()));
        assertThat(backEnds.kind("gone")).isEqualTo(BackEndKind.RISK);
    }

    @Test
    void all_that_is_wrong_is_told_with_file_and_line() throws IOException {
        file("Risk.yaml", "kind: risk\n");
        file("a.yaml", "timeout: soon\n");
        file("b.yaml", "kind: copy\ntimeout: 1h\nqueue: b\n");
        assertThatThrownBy(() -> BackEnds.read(folder))
                .hasMessageContainingAll(
                        "Risk.yaml:1: (file): rename",
                        "a.yaml:1: kind: is missing",
                        "a.yaml:1: timeout: must be",
                        "b.yaml:2: timeout: remove it",
                        "b.yaml:3: queue: unknown key");
    }

    @Test
    void one_may_be_asked_over_http() throws IOException {
        file("risk.yaml", """
                kind: risk
                http: { url: "https://risk.customs.example/declarations", token: "env:PATH", connections: 8 }
                """);
        BackEndCall call = BackEnds.read(folder).all().get(0).call().orElseThrow();
        assertThat(call.url()).hasHost("risk.customs.example");
        assertThat(call.connections()).isEqualTo(8);
        assertThat(call.answer()).isEqualTo(Duration.ofSeconds(30));
        file(
                "risk.yaml",
                "kind: risk\nhttp: { url: \"http://risk.customs.example/\", token: sesame, trust: no.pem }\n");
        assertThatThrownBy(() -> BackEnds.read(folder))
                .hasMessageContainingAll(
                        "risk.yaml:2: http.url: must be an address: https://host/path",
                        "risk.yaml:2: http.token: a secret is not written here",
                        "risk.yaml:2: http.trust: must be a readable PEM file");
    }

    @Test
    void somebody_must_decide() throws IOException {
        file("statistics.yaml", "kind: copy\n");
        assertThatThrownBy(() -> BackEnds.read(folder)).hasMessageContaining("no back-end decides");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
