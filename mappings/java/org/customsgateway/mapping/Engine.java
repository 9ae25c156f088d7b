package org.customsgateway.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.smooks.SmooksConstants;
import org.apache.camel.component.smooks.SmooksProcessor;
import org.apache.camel.support.DefaultExchange;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.io.Source;
import org.smooks.io.source.ReaderSource;
import org.xml.sax.SAXException;

/** Smooks with one configuration, run through Camel's own Smooks processor. Safe for use by many threads. */
final class Engine implements AutoCloseable {

    /** What is read comes with the run. */
    private static final Source NOTHING = new ReaderSource<>(Reader.nullReader());

    private final CamelContext camel;
    private final Smooks smooks;
    private final SmooksProcessor processor;

    private Engine(CamelContext camel, Smooks smooks) {
        this.camel = camel;
        this.smooks = smooks;
        this.processor = new SmooksProcessor(smooks, camel);
        processor.setAllowExecutionContextFromHeader(true); // the header is our own: nothing from outside gets here
        processor.start();
    }

    static Engine of(CamelContext camel, String file, byte[] configuration) throws BrokenFormat {
        try {
            Smooks smooks = new Smooks();
            smooks.addResourceConfigs(new ByteArrayInputStream(configuration));
            return new Engine(camel, smooks);
        } catch (SmooksException | SAXException | IOException e) {
            throw new BrokenFormat(file, 0, "Smooks does not take it: " + e.getMessage());
        }
    }

    /** What the run throws comes out as it is: {@link IOException} and what is unchecked; anything else inside the latter. */
    void run(EngineRun run) throws IOException {
        ExecutionContext context = smooks.createExecutionContext();
        context.put(EngineRun.KEY, run);
        Exchange exchange = new DefaultExchange(camel);
        exchange.getIn().setHeader(SmooksConstants.SMOOKS_EXECUTION_CONTEXT, context);
        exchange.getIn().setBody(NOTHING);
        try {
            processor.process(exchange);
        } catch (SmooksException e) {
            rethrow(run.failure() == null ? e : run.failure());
        }
        if (run.failure() != null) {
            rethrow(run.failure());
        }
    }

    private static void rethrow(Exception e) throws IOException {
        Throwable cause = e;
        while (cause instanceof SmooksException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw new IllegalStateException(cause);
    }

    @Override
    public void close() {
        processor.stop();
    }
}
