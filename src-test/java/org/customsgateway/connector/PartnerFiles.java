package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customsgateway.message.FormatId;
import org.junit.jupiter.api.io.TempDir;

/** A folder for partner files, and those who are told of them. */
abstract class PartnerFiles {

    static final FormatBook FORMATS = FormatBook.of(Map.of(
            new FormatId("upu-itmatt"), new Agreeable(Set.of(new FormatId("upu-cusrsp")), Set.of()),
            new FormatId("upu-cusitm"),
                    new Agreeable(
                            Set.of(new FormatId("un-cusres-d96b"), new FormatId("un-cusres-d01b")),
                            Set.of("reference"))));
    static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    @TempDir
    Path folder;

    final Alarms alarms = new Alarms();
    final List<String> told = new ArrayList<>();

    void file(String name, String text) throws IOException {
        // another name first, so that no look sees half a file
        var written = Files.writeString(folder.resolve(".written"), text);
        Files.move(written, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    static String post(String user) {
        return """
                name: Post of Examplia
                kind: post
                formats: [ upu-itmatt, upu-cusitm ]
                wires:
                  sftpHost:
                    user: %s
                    keys:
                      - %s
                """.formatted(user, KEY);
    }

    Partners partners() {
        var partners = new Partners(folder, FORMATS, alarms);
        partners.listen(new PartnerListener() {
            @Override
            public void added(Partner partner) {
                told.add("added " + partner.id());
            }

            @Override
            public void removed(Partner partner) {
                told.add("removed " + partner.id());
            }

            @Override
            public void changed(Partner before, Partner after) {
                told.add("changed " + after.id() + " to " + after.name());
            }
        });
        return partners;
    }

    List<String> faults(String text) throws IOException {
        file("xa.yaml", text);
        return Partners.check(folder, FORMATS).stream()
                .map(PartnerFault::toString)
                .toList();
    }

    static java.util.function.Consumer<String> at(String start) {
        return fault -> assertThat(fault).startsWith(start);
    }
}
