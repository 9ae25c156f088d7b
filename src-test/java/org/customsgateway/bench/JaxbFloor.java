package org.customsgateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.customsgateway.mapping.WcoModel;
import org.xml.sax.SAXException;

/** XSD validation, JAXB unmarshal and marshal of declarations: what a gateway that holds them as beans does at least. */
final class JaxbFloor {

    private final WcoModel model;
    private final Validator validator;

    JaxbFloor(Path xsd, WcoModel model) throws SAXException {
        this.model = model;
        // the validator as the JDK gives it, not as the gateway feeds it
        this.validator = SchemaFactory.newDefaultInstance()
                .newSchema(xsd.resolve("wco-dec/MetaData.xsd").toFile())
                .newValidator();
    }

    int run(List<byte[]> declarations) throws IOException, SAXException {
        int bytes = 0;
        for (byte[] declaration : declarations) {
            validator.validate(new StreamSource(new ByteArrayInputStream(declaration)));
            bytes += model.write(model.read(declaration)).length;
        }
        return bytes;
    }
}
