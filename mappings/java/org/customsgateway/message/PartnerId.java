package org.customsgateway.message;

import java.util.regex.Pattern;

/** A partner: who sends and receives. The value is the name of its file in {@code connectors/partners}, without {@code .yaml}. */
public record PartnerId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public PartnerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a partner id is 1 to 63 of a-z, 0-9 and hyphen: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
