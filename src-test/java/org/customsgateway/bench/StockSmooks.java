package org.customsgateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.io.sink.StringSink;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/**
 * Smooks without a reader of ours: its default SAX reader, its DOM of each item and its FreeMarker cartridge, with a template
 * that writes the same bytes for the same item. It does not check, hash or judge the source: what it takes is its own cost.
 */
final class StockSmooks implements AutoCloseable {

    private final Smooks smooks;
    private final Map<String, String> inputs;

    /** @param inputs what the template finds as {@code input} */
    StockSmooks(Map<String, String> inputs) throws IOException, SAXException {
        this.smooks = new Smooks("/bench/stock.smooks.xml");
        this.inputs = inputs;
    }

    byte[] declaration(byte[] interchange) {
        ExecutionContext context = smooks.createExecutionContext();
        context.getBeanContext().addBean("input", inputs);
        var written = new StringSink();
        smooks.filterSource(context, new StreamSource<>(new ByteArrayInputStream(interchange)), written);
        return written.getResult().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        smooks.close();
    }
}
