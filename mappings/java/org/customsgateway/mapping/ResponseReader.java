package org.customsgateway.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.customsgateway.message.Tax;
import org.customsgateway.xsd.wco.dec.type.Amount;
import org.customsgateway.xsd.wco.res.AdditionalInformation;
import org.customsgateway.xsd.wco.res.DutyTaxFee;
import org.customsgateway.xsd.wco.res.Error;
import org.customsgateway.xsd.wco.res.GovernmentAgencyGoodsItem;
import org.customsgateway.xsd.wco.res.Pointer;
import org.customsgateway.xsd.wco.res.Response;
import org.customsgateway.xsd.wco.res.Status;
import org.customsgateway.xsd.wco.res.type.DateTime;

/** Picks what the gateway needs out of a WCO response (07B). WCO ids in the comments. */
final class ResponseReader {

    private ResponseReader() {}

    static WcoResponse read(Response response) {
        Optional<Amount> total = total(response);
        return new WcoResponse(
                Objects.requireNonNullElse(response.getFunctionCode(), ""), // 017
                Objects.requireNonNullElse(response.getFunctionalReferenceID(), ""), // D026
                declarationId(response),
                versionId(response),
                statusCode(response),
                issuedAt(response),
                reasonCode(response),
                reasonText(response),
                faults(response),
                taxes(response),
                total.map(Amount::getValue).orElse(null),
                total.map(Amount::getCurrencyID).orElse(""));
    }

    private static String declarationId(Response response) {
        var declaration = response.getDeclaration();
        return declaration == null ? "" : Objects.requireNonNullElse(declaration.getID(), ""); // D014
    }

    private static String versionId(Response response) {
        var declaration = response.getDeclaration();
        return declaration == null ? "" : Objects.requireNonNullElse(declaration.getVersionID(), ""); // 383
    }

    private static String statusCode(Response response) {
        return response.getStatuses().stream() // 12B
                .map(Status::getNameCode) // 379
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static final DateTimeFormatter ISSUED = DateTimeFormatter.ofPattern("yyyyMMddHHmmssX", Locale.ROOT);

    /** WCO D029 in formatCode 304: year to second, with or without a zone (then UTC). */
    private static Optional<Instant> issuedAt(Response response) {
        DateTime issued = response.getIssueDateTime();
        if (issued == null || issued.getDateTimeString() == null) {
            return Optional.empty();
        }
        String text = issued.getDateTimeString().getValue();
        try {
            return Optional.of(ISSUED.parse(text.length() == 14 ? text + "Z" : text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String reasonCode(Response response) {
        return first(response.getAdditionalInformations().stream().map(AdditionalInformation::getStatementCode)); // 226
    }

    private static String reasonText(Response response) {
        return first(response.getAdditionalInformations().stream()
                .map(AdditionalInformation::getStatementDescription)); // 225
    }

    private static List<WcoResponse.Fault> faults(Response response) {
        return response.getErrors().stream() // 53A
                .map(ResponseReader::fault)
                .toList();
    }

    private static WcoResponse.Fault fault(Error error) {
        return new WcoResponse.Fault(
                Objects.requireNonNullElse(error.getValidationCode(), ""), // 377
                Objects.requireNonNullElse(error.getDescription(), ""), // 488
                error.getPointers().stream().map(ResponseReader::pointer).toList());
    }

    private static WcoPointer pointer(Pointer pointer) {
        return new WcoPointer(
                Objects.requireNonNullElse(pointer.getDocumentSectionCode(), ""), // 375
                Optional.ofNullable(pointer.getSequenceNumeric())
                        .map(BigDecimal::intValue)
                        .orElse(1),
                Objects.requireNonNullElse(pointer.getTagID(), "")); // 381
    }

    private static List<Tax> taxes(Response response) {
        List<Tax> taxes = new ArrayList<>();
        var declaration = response.getDeclaration();
        if (declaration == null || declaration.getGoodsShipment() == null) {
            return taxes;
        }
        for (GovernmentAgencyGoodsItem item : declaration.getGoodsShipment().getGovernmentAgencyGoodsItems()) { // 68A
            if (item.getCommodity() == null) {
                continue;
            }
            int sequence = item.getSequenceNumeric() == null
                    ? 0
                    : item.getSequenceNumeric().intValue(); // 006
            item.getCommodity().getDutyTaxFees().stream() // 50A
                    .map(fee -> tax(fee, sequence))
                    .filter(Objects::nonNull)
                    .forEach(taxes::add);
        }
        return taxes;
    }

    private static Tax tax(DutyTaxFee fee, int goodsItem) {
        if (fee.getPayment() == null) {
            return null;
        }
        Amount assessed = fee.getPayment().getTaxAssessedAmount(); // 120
        Amount amount = assessed != null ? assessed : fee.getPayment().getPaymentAmount(); // 378
        if (amount == null) {
            return null;
        }
        Amount base = fee.getAdValoremTaxBaseAmount(); // 116
        return new Tax(
                Objects.requireNonNullElse(fee.getTypeCode(), ""), // 113
                goodsItem,
                base == null ? null : base.getValue(),
                fee.getTaxRateNumeric(), // 115
                amount.getValue(),
                Objects.requireNonNullElse(amount.getCurrencyID(), ""));
    }

    /** What is to be paid for the whole declaration (94A under 50A of 42A), or the sum of the taxes where they share a currency. */
    private static Optional<Amount> total(Response response) {
        var declaration = response.getDeclaration();
        if (declaration == null) {
            return Optional.empty();
        }
        return declaration.getDutyTaxFees().stream()
                .map(due -> due.getPayment())
                .filter(Objects::nonNull)
                .map(payment -> payment.getTaxAssessedAmount() != null
                        ? payment.getTaxAssessedAmount()
                        : payment.getPaymentAmount())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String first(Stream<String> texts) {
        return texts.filter(Objects::nonNull).findFirst().orElse("");
    }
}
