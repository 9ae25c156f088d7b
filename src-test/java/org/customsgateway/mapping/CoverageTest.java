package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every mapping in the drawers says what each target is made of, and leaves no field of its source out without a word. */
class CoverageTest {

    private static final String WRAPPED = "Declaration/";

    @TestFactory
    Stream<DynamicTest> every_target_has_an_id_and_a_source_or_a_reason() {
        return Shipped.formats().ids().stream()
                .map(Shipped.formats()::current)
                .filter(Mapping::readable)
                .map(mapping -> DynamicTest.dynamicTest(mapping.id().value(), () -> {
                    assertThat(mapping.coverage().lines()).isNotEmpty();
                    assertThat(mapping.coverage().lines())
                            .filteredOn(line -> line.target().startsWith(WRAPPED)
                                    && !line.target().contains("@"))
                            .filteredOn(line -> line.wcoId().isEmpty() || unexplained(line, mapping.coverage()))
                            .as("targets without id, or without source and reason")
                            .isEmpty();
                }));
    }

    /** A constant needs no reason where it qualifies a value beside it that has a source: a code, a unit. */
    private static boolean unexplained(Coverage.Line line, Coverage coverage) {
        String parent = line.target().substring(0, line.target().lastIndexOf('/') + 1);
        return line.sources().isEmpty()
                && line.none().isEmpty()
                && (parent.equals(WRAPPED)
                        || coverage.lines().stream()
                                .noneMatch(other -> other.target().startsWith(parent)
                                        && (!other.sources().isEmpty()
                                                || !other.none().isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> every_source_field_is_carried_or_named_as_not_carried() {
        return Shipped.formats().ids().stream()
                .map(Shipped.formats()::current)
                .filter(Mapping::readable)
                .map(mapping -> DynamicTest.dynamicTest(
                        mapping.id().value(),
                        () -> assertThat(mapping.coverage().unread()).isEmpty()));
    }
}
