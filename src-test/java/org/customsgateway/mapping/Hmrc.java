package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.customsgateway.Needed;
import org.xml.sax.SAXException;

/** The real schemas and messages of one authority, where they lie beside the project. */
final class Hmrc {

    private static final Path FOLDER = Path.of("../shared/conformance/hmrc-wco");
    private static final Path TABLES = Path.of("../shared/facts/tables");

    private static final Validator VALIDATOR = Files.isDirectory(FOLDER) ? schema().newValidator() : null;

    private Hmrc() {}

    static void needed() {
        Needed.folder(FOLDER);
        Needed.folder(TABLES);
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("samples"))) {
            return files.sorted().toList();
        }
    }

    static List<String> table(String name) throws IOException {
        return Files.readAllLines(TABLES.resolve(name));
    }

    /** The first fault under the real schema. */
    static synchronized Optional<String> fault(byte[] document) {
        try {
            VALIDATOR.validate(new StreamSource(new ByteArrayInputStream(document)));
            return Optional.empty();
        } catch (SAXException | IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Schema schema() {
        try {
            Path schemas = FOLDER.resolve("schemas");
            return SchemaFactory.newDefaultInstance().newSchema(new Source[] {
                new StreamSource(schemas.resolve("declaration/DocumentMetaData_2_DMS.xsd")
                        .toFile()),
                new StreamSource(
                        schemas.resolve("declaration/WCO_DEC_2_DMS.xsd").toFile()),
                new StreamSource(
                        schemas.resolve("notification/WCO_RES_2_DMS.xsd").toFile())
            });
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
