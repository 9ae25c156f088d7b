package org.customsgateway.connector.as2;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which receipt a message asks for (RFC 4130, 7.3).
 *
 * @param later in a request of our own, to the address that the partner's file has
 * @param mics digests that the sender can compare, the dearest first; empty where it names none
 * @param micRequired whether it wants no other
 */
record ReceiptRequest(boolean wanted, boolean signed, boolean later, List<String> mics, boolean micRequired) {

    private static final Pattern MICALG = Pattern.compile(
            "signed-receipt-micalg[ \t]*=[ \t]*(\"?)(required|optional)\\1[ \t]*,([^;]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROTOCOL = Pattern.compile(
            "signed-receipt-protocol[ \t]*=[ \t]*\"?(required|optional)\"?[ \t]*,[^;]*pkcs7-signature",
            Pattern.CASE_INSENSITIVE);

    static ReceiptRequest of(Headers http) {
        var options = http.get("Disposition-Notification-Options");
        var mics = MICALG.matcher(options);
        boolean named = mics.find();
        return new ReceiptRequest(
                http.has("Disposition-Notification-To"),
                PROTOCOL.matcher(options).find(),
                !http.get("Receipt-Delivery-Option").isEmpty(),
                named ? List.of(mics.group(3).replace("\"", "").strip().split("[ \t]*,[ \t]*")) : List.of(),
                named && mics.group(2).equalsIgnoreCase("required"));
    }

    /** The first that is known and taken; empty where none is. */
    Optional<MicAlgorithm> mic(java.util.function.Predicate<MicAlgorithm> taken) {
        return mics.stream()
                .map(MicAlgorithm::named)
                .flatMap(Optional::stream)
                .filter(taken)
                .findFirst();
    }
}
