package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.customsgateway.message.PartnerId;
import org.junit.jupiter.api.Test;

/** Partners come, change and go as their files do. */
class PartnersTest extends PartnerFiles {

    @Test
    void a_start_with_a_fault_fails_and_nobody_is_told() throws IOException {
        file("xa.yaml", post("xa"));
        file("xb.yaml", "kind: post\n");
        try (var partners = partners()) {
            assertThatThrownBy(partners::start)
                    .isInstanceOfSatisfying(
                            InvalidPartners.class,
                            failure -> assertThat(failure.faults()).hasSize(3))
                    .hasMessageContaining("xb.yaml:1: name: is missing");
            assertThat(told).isEmpty();
            assertThat(partners.all()).isEmpty();
        }
    }

    /** What was left when the gateway stopped is read before any wire is opened: by then its partner has to be known. */
    @Test
    void partners_are_known_before_anybody_is_told() throws IOException {
        file("xa.yaml", post("xa"));
        try (var partners = partners()) {
            partners.know();
            assertThat(partners.find(new PartnerId("xa"))).isPresent();
            assertThat(told).isEmpty();

            partners.start();
            assertThat(told).containsExactly("added xa");
        }
    }

    @Test
    void files_come_change_and_go_without_a_restart_and_a_broken_one_keeps_the_last_good() throws IOException {
        file("xa.yaml", post("xa"));
        try (var partners = partners()) {
            partners.start();
            file("xb.yaml", post("xb"));
            file(".hidden.yaml", "no");
            file("example.yaml.example", "no");
            partners.look();
            partners.look();
            assertThat(told).containsExactly("added xa", "added xb");

            file("xa.yaml", post("xa").replace("Examplia", "Elsewhere"));
            partners.look();
            assertThat(told).containsSequence("added xb", "changed xa to Post of Elsewhere");

            file("xa.yaml", "name: [\n");
            partners.look();
            assertThat(partners.faults()).extracting(PartnerFault::file).containsExactly("xa.yaml");
            assertThat(partners.find(new PartnerId("xa")).orElseThrow().name()).isEqualTo("Post of Elsewhere");

            file("xc.yaml", post("xb"));
            partners.look();
            assertThat(partners.faults()).extracting(PartnerFault::file).containsExactly("xa.yaml", "xc.yaml");
            assertThat(partners.find(new PartnerId("xc"))).isEmpty();

            file("xa.yaml", post("xa").replace("Examplia", "Elsewhere"));
            Files.delete(folder.resolve("xb.yaml"));
            partners.look();
            assertThat(partners.faults()).isEmpty();
            assertThat(told).endsWith("removed xb", "added xc");
        }
    }

    @Test
    void a_listener_that_fails_is_an_alarm_and_stops_nobody_else() throws IOException {
        file("xa.yaml", post("xa"));
        try (var partners = new Partners(folder, FORMATS, alarms)) {
            partners.listen(new PartnerListener() {
                @Override
                public void added(Partner partner) {
                    throw new IllegalStateException("no");
                }

                @Override
                public void removed(Partner partner) {}
            });
            var second = new ArrayList<String>();
            partners.listen(new PartnerListener() {
                @Override
                public void added(Partner partner) {
                    second.add(partner.id().value());
                }

                @Override
                public void removed(Partner partner) {}
            });
            partners.start();
            assertThat(second).containsExactly("xa");
            assertThat(alarms.raised).containsExactly("xa partner-file");
        }
    }
}
