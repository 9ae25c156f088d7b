package org.customsgateway.load;

/** Item identifiers of UPU standard S10: two letters, eight digits, a check digit, a country. */
public final class S10 {

    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private S10() {}

    /** @param serial 0 to 99,999,999: another one, another identifier */
    public static String id(int serial) {
        var id = new StringBuilder(13).append("LA");
        int sum = 0;
        int rest = serial;
        for (int place = 7, unit = 10_000_000; place >= 0; place--, unit /= 10) {
            int digit = rest / unit;
            rest -= digit * unit;
            sum += digit * WEIGHTS[7 - place];
            id.append((char) ('0' + digit));
        }
        int check = 11 - sum % 11;
        id.append((char) ('0' + (check == 10 ? 0 : check == 11 ? 5 : check)));
        return id.append("NL").toString();
    }

    /** The serial of an identifier that {@link #id} made. */
    public static int serial(String id) {
        return Integer.parseInt(id, 2, 10, 10);
    }
}
