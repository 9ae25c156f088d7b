package org.customsgateway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.ToIntFunction;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/**
 * Smooks' own EDIFACT cartridge, reading and no more: how many groups of consignments were in the bytes. It is only known in
 * a class loader that has the cartridge.
 */
public final class StockEdifact implements ToIntFunction<byte[]>, AutoCloseable {

    private final Smooks smooks;

    /** The grammar is compiled with the first message, not here. */
    public StockEdifact() throws IOException, SAXException {
        smooks = new Smooks("/bench/stock-edifact.smooks.xml");
    }

    @Override
    public int applyAsInt(byte[] interchange) {
        ExecutionContext context = smooks.createExecutionContext();
        smooks.filterSource(context, new StreamSource<>(new ByteArrayInputStream(interchange)));
        return context.getOrDefault(StockHouses.COUNT, 0);
    }

    @Override
    public void close() {
        smooks.close();
    }
}
