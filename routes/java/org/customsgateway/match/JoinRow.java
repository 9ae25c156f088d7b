package org.customsgateway.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customsgateway.mapping.CsvTable;
import org.customsgateway.mapping.Element;
import org.customsgateway.mapping.WcoPositions;
import org.customsgateway.message.LegKind;

/**
 * From which legs a declaration takes what stands at one position.
 *
 * @param in path of the class that it is in
 * @param name of the element
 * @param legs in the order in which they are asked
 * @param all what each of them has, or else only what the first has that has any
 * @param same elements in it that tell whether it is there already: then it is not taken again
 * @param not beginnings of the first of those with which only the order's is taken
 */
record JoinRow(String in, String name, List<LegKind> legs, boolean all, List<String> same, List<String> not) {

    static final String[] COLUMNS = {"position", "legs", "take", "same", "not"};

    /** @throws IllegalArgumentException with what is wrong */
    static JoinRow of(CsvTable.Row row, WcoPositions positions) {
        String position = row.cell(0);
        String in = position.substring(0, Math.max(0, position.lastIndexOf('/')));
        if (positions.at(position).isEmpty() || !Join.CLASSES.contains(in)) {
            throw new IllegalArgumentException(
                    position + " is nothing that a declaration has in one of " + String.join(", ", Join.CLASSES));
        }
        if (!row.cell(2).matches("first|all")) {
            throw new IllegalArgumentException("take is " + row.cell(2) + ": first or all");
        }
        if (!row.cell(4).isEmpty() && row.cell(3).isEmpty()) {
            throw new IllegalArgumentException("not needs same");
        }
        return new JoinRow(
                in,
                position.substring(in.length() + 1),
                words(row.cell(1)).stream().map(JoinRow::leg).toList(),
                row.cell(2).equals("all"),
                words(row.cell(3)),
                words(row.cell(4)));
    }

    private static LegKind leg(String word) {
        return Arrays.stream(LegKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("legs is " + word + ": order, payment, logistics"));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("\\|")).map(String::strip).toList();
    }

    /** @param classes of each leg that is there, the one that this row is about */
    List<Element> of(Map<LegKind, Element> classes) {
        List<Element> taken = new ArrayList<>();
        for (LegKind leg : legs) {
            for (Element each : Optional.ofNullable(classes.get(leg))
                    .map(found -> found.children(name))
                    .orElse(List.of())) {
                if (leg == LegKind.ORDER
                        || !isLeftOut(each) && taken.stream().noneMatch(other -> isSame(each, other))) {
                    taken.add(each);
                }
            }
            if (!all && !taken.isEmpty()) {
                break;
            }
        }
        return taken;
    }

    private boolean isLeftOut(Element each) {
        return not.stream().anyMatch(beginning -> each.textAt(same.get(0)).startsWith(beginning));
    }

    private boolean isSame(Element one, Element other) {
        return !same.isEmpty() && same.stream().allMatch(key -> one.textAt(key).equals(other.textAt(key)));
    }
}
