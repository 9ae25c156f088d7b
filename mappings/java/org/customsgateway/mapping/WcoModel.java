package org.customsgateway.mapping;

import com.ctc.wstx.stax.WstxInputFactory;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.customsgateway.xsd.wco.MetaData;

/**
 * The canonical form: WCO declarations and responses as bytes and as Java, by the schemas in {@code xsd/wco-dec} and
 * {@code xsd/wco-res}. Safe for use by many threads; loading costs about half a second, so load it once.
 *
 * <p>Validation is a pass of its own: unmarshalling with a schema set costs more than both passes together on documents of a few
 * kilobytes, and reports positions by line only.
 */
public final class WcoModel {

    private final WcoPositions positions;
    private final WcoValidation validation;
    private final Pool<Unmarshaller> unmarshallers;
    private final Pool<Marshaller> marshallers;
    private final XMLInputFactory readers;

    private WcoModel(WcoPositions positions, WcoValidation validation, JAXBContext context) {
        this.positions = positions;
        this.validation = validation;
        this.unmarshallers = new Pool<>(() -> make(context::createUnmarshaller));
        this.marshallers = new Pool<>(() -> make(() -> marshaller(context)));
        this.readers = new WstxInputFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @param xsd the drawer with {@code wco-dec} and {@code wco-res} */
    public static WcoModel load(Path xsd) {
        WcoElement wrapper = WcoSchemas.read(xsd);
        WcoPositions positions = WcoPositions.of(wrapper);
        return new WcoModel(
                positions,
                WcoValidation.load(xsd, wrapper, positions),
                make(() -> JAXBContext.newInstance(MetaData.class)));
    }

    public WcoPositions positions() {
        return positions;
    }

    /** All faults of a {@code MetaData} document that should hold one declaration; empty when it is valid. */
    public List<WcoFinding> validateDeclaration(byte[] document) {
        return validation.declaration(document);
    }

    /** All faults of a {@code MetaData} document that should hold responses; empty when it is valid. */
    public List<WcoFinding> validateResponse(byte[] document) {
        return validation.response(document);
    }

    /**
     * The responses in the document, as far as the gateway needs them. Like {@link #read}, it does not validate.
     *
     * @throws IllegalArgumentException where the bytes are not a well-formed {@code MetaData} document or have a DOCTYPE
     */
    public List<WcoResponse> responses(byte[] document) {
        return read(document).getResponses().stream().map(ResponseReader::read).toList();
    }

    /**
     * The document as Java. It does not validate: what is not in the profile is dropped, so validate first.
     *
     * @throws IllegalArgumentException where the bytes are not a well-formed {@code MetaData} document or have a DOCTYPE
     */
    public MetaData read(byte[] document) {
        Unmarshaller unmarshaller = unmarshallers.take();
        try {
            XMLStreamReader reader = readers.createXMLStreamReader(new ByteArrayInputStream(document));
            toRoot(reader);
            MetaData metaData = unmarshaller.unmarshal(reader, MetaData.class).getValue();
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
            unmarshallers.give(unmarshaller);
            return metaData;
        } catch (XMLStreamException | JAXBException e) {
            throw new IllegalArgumentException("not a WCO document: " + e.getMessage(), e);
        }
    }

    private static void toRoot(XMLStreamReader reader) throws XMLStreamException {
        while (!reader.isStartElement()) {
            if (reader.next() == XMLStreamReader.DTD) {
                throw new XMLStreamException("a DOCTYPE is not allowed", reader.getLocation());
            }
        }
        if (!reader.getLocalName().equals("MetaData") || !WcoPrefixes.WRAPPER.equals(reader.getNamespaceURI())) {
            throw new XMLStreamException("the root is not MetaData but " + reader.getName(), reader.getLocation());
        }
    }

    /** The document as UTF-8 bytes, without line breaks between elements. */
    public byte[] write(MetaData document) {
        Marshaller marshaller = marshallers.take();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
            marshaller.marshal(document, bytes);
            marshallers.give(marshaller);
            return bytes.toByteArray();
        } catch (JAXBException e) {
            throw new IllegalStateException("cannot write the WCO document: " + e.getMessage(), e);
        }
    }

    private static Marshaller marshaller(JAXBContext context) throws JAXBException {
        Marshaller marshaller = context.createMarshaller();
        marshaller.setProperty("org.glassfish.jaxb.namespacePrefixMapper", new WcoPrefixes());
        return marshaller;
    }

    private interface Maker<T> {
        T make() throws JAXBException;
    }

    private static <T> T make(Maker<T> maker) {
        try {
            return maker.make();
        } catch (JAXBException e) {
            throw new IllegalStateException("JAXB for the WCO messages cannot be set up: " + e.getMessage(), e);
        }
    }
}
