package org.customsgateway.mapping;

import java.io.IOException;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * What Smooks reads from: one event per item instead of one per element. The item's tree goes around the engine, straight to the
 * visitor, because the engine's cost is per event. Nothing is resolved and no fault is reported here, so most of what the interface
 * wants is empty; XMLFilterImpl has all of it, but Smooks looks into the fields of superclasses, and into the JDK's it may not.
 */
public final class ItemReader implements SmooksXMLReader {

    /** What a Smooks configuration selects. */
    static final String ITEM = "item";

    private static final AttributesImpl NONE = new AttributesImpl();

    private ExecutionContext context;
    private ContentHandler handler;

    @Override
    public void setExecutionContext(ExecutionContext executionContext) {
        context = executionContext;
    }

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        EngineRun run = context.get(EngineRun.KEY);
        handler.startDocument();
        run.feed(event -> {
            run.current(event);
            try {
                // each item is a root of its own: an element around them all would cost Smooks as much as another item
                handler.startElement("", ITEM, ITEM, NONE);
                handler.endElement("", ITEM, ITEM);
            } catch (SAXException e) {
                run.failed(e);
                throw new EngineRun.Ended();
            }
        });
        handler.endDocument();
    }

    @Override
    public void parse(String systemId) throws IOException, SAXException {
        parse(new InputSource(systemId));
    }

    @Override
    public boolean getFeature(String name) {
        return false;
    }

    @Override
    public void setFeature(String name, boolean value) {}

    @Override
    public Object getProperty(String name) {
        return null;
    }

    @Override
    public void setProperty(String name, Object value) {}

    @Override
    public void setContentHandler(ContentHandler given) {
        handler = given;
    }

    @Override
    public ContentHandler getContentHandler() {
        return handler;
    }

    @Override
    public void setDTDHandler(DTDHandler given) {}

    @Override
    public DTDHandler getDTDHandler() {
        return null;
    }

    @Override
    public void setEntityResolver(EntityResolver given) {}

    @Override
    public EntityResolver getEntityResolver() {
        return null;
    }

    @Override
    public void setErrorHandler(ErrorHandler given) {}

    @Override
    public ErrorHandler getErrorHandler() {
        return null;
    }
}
