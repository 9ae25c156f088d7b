package org.customsgateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WcoPositionsTest {

    private static final WcoPositions POSITIONS = WcoPositions.load(Path.of("xsd"));

    @Test
    void aPathBecomesOnePointerPerClass() {
        assertThat(POSITIONS.pointers("Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description"))
                .containsExactly(
                        new WcoPointer("42A", 1, ""),
                        new WcoPointer("67A", 1, ""),
                        new WcoPointer("68A", 2, ""),
                        new WcoPointer("23A", 1, "137"));
    }

    @Test
    void theLastClassIsTheTargetWhereThereIsNoTag() {
        assertThat(POSITIONS.path(List.of(new WcoPointer("42A", 1, ""), new WcoPointer("17C", 3, ""))))
                .isEqualTo("Declaration/AuthorisationHolder[3]");
    }

    @Test
    void whatTheProfileDoesNotHaveStaysVisible() {
        assertThat(POSITIONS.path(List.of(
                        new WcoPointer("42A", 1, ""), new WcoPointer("67A", 1, ""), new WcoPointer("28B", 2, "L050"))))
                .isEqualTo("Declaration/GoodsShipment/{28B}[2]/{L050}");
        assertThatThrownBy(() -> POSITIONS.pointers("Declaration/Nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Declaration/Nothing");
    }

    @Test
    void theTwoDeclarationsOfAResponseAreTwoPositions() {
        assertThat(POSITIONS.wcoId("Response/Declaration/VersionID")).isEqualTo("383");
        assertThat(POSITIONS.at("Response/od:Declaration/GoodsShipment/UCR/ID")).isPresent();
        assertThat(POSITIONS.at("Response/Declaration/GoodsShipment/UCR/ID")).isEmpty();
    }

    /** Paths of the corrected declaration are left out: a pointer cannot tell it from the response's own. */
    @Property(tries = 2000)
    void pointersComeBackAsTheSamePath(@ForAll("paths") String path) {
        assertThat(POSITIONS.path(POSITIONS.pointers(path))).isEqualTo(path);
    }

    @Property(tries = 2000)
    void pathsComeBackAsTheSamePointers(@ForAll("paths") String path) {
        List<WcoPointer> pointers = POSITIONS.pointers(path);
        assertThat(POSITIONS.pointers(POSITIONS.path(pointers))).isEqualTo(pointers);
    }

    @Provide
    Arbitrary<String> paths() {
        List<WcoPosition> targets = POSITIONS.all().stream()
                .filter(position ->
                        !position.wcoId().isEmpty() && !position.path().contains("od:"))
                .toList();
        return Arbitraries.of(targets)
                .flatMap(target -> Arbitraries.integers().between(1, 99999).map(index -> indexed(target, index)));
    }

    private static String indexed(WcoPosition target, int index) {
        StringBuilder path = new StringBuilder();
        String plain = "";
        for (String step : target.path().split("/")) {
            plain = plain.isEmpty() ? step : plain + "/" + step;
            path.append(path.isEmpty() ? "" : "/").append(step);
            path.append(POSITIONS.at(plain).orElseThrow().repeats() ? "[" + (index + plain.length()) + "]" : "");
        }
        return path.toString();
    }
}
