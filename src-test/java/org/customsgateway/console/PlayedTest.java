package org.customsgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Broker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedTest {

    @Test
    void those_that_answer_on_queues_are_played_and_the_others_named(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("cds.yaml"), "kind: revenue\n");
        Files.writeString(folder.resolve("post-security.yaml"), "kind: risk\n");
        Files.writeString(folder.resolve("statistics.yaml"), "kind: copy\n");
        Files.writeString(folder.resolve("police.yaml"), "kind: risk\nhttp: { url: \"https://police.example/d\" }\n");
        Played played = Played.in(folder);
        BackEnd cds = new BackEnd("cds", "revenue");
        assertThat(played.backEnds()).containsExactly(cds, new BackEnd("post-security", "risk"));
        assertThat(played.asked()).containsExactly("police");
        assertThat(played.only(List.of("cds")).logins("tcp://b", name -> name + "'s"))
                .isEqualTo(Map.of(cds, new Broker("tcp://b", "cds", "cds's")));
    }

    @Test
    void as_delivered_there_are_two() {
        assertThat(Played.in(Path.of("connectors/back-ends")).backEnds())
                .containsExactlyInAnyOrderElementsOf(BackEnd.SHIPPED);
    }
}
