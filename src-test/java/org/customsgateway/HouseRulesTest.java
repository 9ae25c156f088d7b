package org.customsgateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the house is cut: who may know whom, what things are called, and what lies in which drawer. */
class HouseRulesTest {

    private static final String ROOT = "org.customsgateway";
    private static final List<Path> DRAWERS = List.of(
            Path.of("routes/java"), Path.of("mappings/java"), Path.of("connectors/java"), Path.of("console/java"));
    private static final int LONGEST_FILE = 300;
    /** Folders that hold no format of a partner. */
    private static final Set<String> NO_FORMATS = Set.of("_shared", "java", "reference", "wco-dec", "wco-res");

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter().importPath(Path.of("target/classes"));
        assertThat(house).as("compiled classes").isNotEmpty();
    }

    private static void holds(ArchRule rule) {
        rule.check(house);
    }

    /** The package depends on nothing of the house but these. */
    private static ArchRule knowsOnly(String name, String... known) {
        List<String> allowed = new ArrayList<>(List.of(ROOT + "." + name + ".."));
        for (String one : known) {
            allowed.add(ROOT + "." + one + "..");
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("of the house but not of " + allowed) {
                    @Override
                    public boolean test(JavaClass other) {
                        return other.getPackageName().startsWith(ROOT)
                                && allowed.stream()
                                        .map(pack -> pack.replace("..", ""))
                                        .noneMatch(pack -> other.getPackageName()
                                                        .equals(pack)
                                                || other.getPackageName().startsWith(pack + "."));
                    }
                });
    }

    @Test
    void the_nouns_know_nobody() {
        holds(knowsOnly("message"));
    }

    @Test
    void mapping_knows_the_nouns_and_the_generated_schema_classes() {
        holds(knowsOnly("mapping", "message", "xsd"));
    }

    @Test
    void journal_and_connectors_know_only_the_nouns() {
        holds(knowsOnly("journal", "message"));
        holds(knowsOnly("connector", "message"));
    }

    @Test
    void the_match_knows_what_it_joins_and_nobody_but_the_routes_knows_it() {
        holds(knowsOnly("match", "message", "mapping", "journal"));
    }

    @Test
    void routes_know_mapping_journal_and_connectors() {
        holds(knowsOnly("route", "message", "mapping", "journal", "connector", "match"));
    }

    @Test
    void nobody_knows_the_routes_but_those_who_start_them() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".message..",
                        ROOT + ".mapping..",
                        ROOT + ".journal..",
                        ROOT + ".connector..",
                        ROOT + ".simulate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".route.."));
    }

    @Test
    void generated_classes_are_seen_by_mapping_alone() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".mapping..", ROOT + ".xsd..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".xsd.."));
    }

    @Test
    void things_are_called_what_they_are() {
        holds(classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage(ROOT + ".xsd..")
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Processor|Common)(\\$.*)?"));
    }

    @Test
    void time_is_an_input() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone"));
    }

    /** A command begins where a clock is to be had. */
    @Test
    void clocks_are_made_where_things_start() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".console")
                .should()
                .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void no_file_is_longer_than_a_reader_can_keep_in_mind() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path drawer : Stream.concat(DRAWERS.stream(), Stream.of(Path.of("src-test/java")))
                .toList()) {
            for (Path file : files(drawer, ".java")) {
                long lines = Files.readAllLines(file).size();
                if (lines > LONGEST_FILE) {
                    tooLong.add(file + " has " + lines + " lines");
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void a_format_has_a_folder_in_every_drawer() throws IOException {
        List<String> formats = folders(Path.of("mappings"));
        assertThat(formats).isNotEmpty();
        assertThat(folders(Path.of("xsd"))).as("schemas of the same formats").isEqualTo(formats);
        assertThat(folders(Path.of("src-test/golden")))
                .as("golden cases of the same formats")
                .isEqualTo(formats);
        for (String format : formats) {
            assertThat(Path.of("mappings", format, "format.yaml")).isRegularFile();
            assertThat(Path.of("mappings", format, "NOTES.md")).isRegularFile();
            assertThat(files(Path.of("xsd", format), ""))
                    .as("schema or grammar of %s", format)
                    .filteredOn(file -> !file.endsWith("SOURCE.md"))
                    .isNotEmpty();
        }
    }

    private static List<String> folders(Path drawer) throws IOException {
        if (!Files.isDirectory(drawer)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(drawer)) {
            return found.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !NO_FORMATS.contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path drawer, String ending) throws IOException {
        if (!Files.isDirectory(drawer)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(drawer)) {
            return found.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
