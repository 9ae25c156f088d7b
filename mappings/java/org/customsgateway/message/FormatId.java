package org.customsgateway.message;

import java.util.regex.Pattern;

/** A message language with its release: the one folder name it has in {@code xsd}, {@code mappings} and {@code src-test/golden}. */
public record FormatId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public FormatId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a format id is 1 to 63 of a-z, 0-9 and hyphen: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
