package org.customsgateway.mapping;

import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.customsgateway.message.FormatId;

/** The formats as they are shipped, opened once for all tests that only read them: never closed, never changed. */
public final class Shipped {

    private static final Path XSD = Path.of("xsd");

    private Shipped() {}

    private static final class Model {
        static final WcoModel LOADED = WcoModel.load(XSD);
    }

    private static final class Opened {
        static final Formats FORMATS =
                Formats.open(Path.of("mappings"), XSD, model()::validateDeclaration, new DefaultCamelContext());
    }

    public static WcoModel model() {
        return Model.LOADED;
    }

    public static Formats formats() {
        return Opened.FORMATS;
    }

    public static Mapping mapping(String format) {
        return formats().current(new FormatId(format));
    }
}
