package org.customsgateway.mapping.enrich;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.customsgateway.mapping.Element;

/**
 * What a declaration says of itself as far as rules ask for it.
 *
 * @param declaration all of it, for rules that name a position
 * @param destination ISO 3166-1, or empty (Destination, 242; else of the consignee)
 * @param origin where it is sent from, or empty (ExportCountry, 038; else of the consignor)
 * @param nature of the transaction, or empty (103; UPU code list 136)
 * @param invoiced amount and currency of the whole, or null (109)
 * @param lines the goods items
 * @param fiscal numbers of tax registrations (R119)
 * @param mode of transport, or empty (UN/ECE Recommendation 19; the first that is said)
 */
public record Consignment(
        Element declaration,
        String destination,
        String origin,
        String nature,
        Money invoiced,
        List<Line> lines,
        List<String> fiscal,
        String mode) {

    private static final Position ISSUED = new Position("IssueDateTime/DateTimeString");
    private static final Position ARRIVAL = new Position("AdditionalInformation[ARRIVAL-TIME]/StatementDescription");

    /** @param declaration a valid WCO document of our own */
    public static Consignment of(byte[] declaration) {
        return ConsignmentReader.read(declaration);
    }

    /**
     * A goods item.
     *
     * @param goods all of it
     * @param number from 1 on (006)
     * @param hs digits as declared, or empty (145)
     * @param charge or null (112)
     */
    public record Line(Element goods, String number, String hs, Money charge) {}

    /** An amount, as it was declared. */
    public record Money(BigDecimal amount, String currency) {

        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency;
        }
    }

    /** Whether it says what was found in a declaration that it is part of, or nobody says anything there. */
    public boolean says(Finding found) {
        return found.value().isEmpty()
                || Position.of(found.path()).places(this).stream()
                        .anyMatch(place -> place.value().equals(found.value()));
    }

    /** Whether the gateway had the data before the goods arrive; empty where it is not said when they do. */
    public Optional<Boolean> early() {
        return moment(ARRIVAL).flatMap(arrival -> moment(ISSUED).map(issued -> !issued.isAfter(arrival, 0)));
    }

    private Optional<Moment> moment(Position position) {
        return Moment.parse(position.places(this).get(0).value());
    }

    /** Of the goods: the sum of the items where all have an amount in one currency, else what the whole is invoiced at. */
    public Optional<Money> value() {
        Set<String> currencies = lines.stream()
                .map(line -> line.charge() == null ? "" : line.charge().currency())
                .collect(Collectors.toSet());
        if (currencies.size() != 1 || currencies.contains("")) {
            return Optional.ofNullable(invoiced);
        }
        BigDecimal sum = lines.stream().map(line -> line.charge().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Money(sum, currencies.iterator().next()));
    }
}
