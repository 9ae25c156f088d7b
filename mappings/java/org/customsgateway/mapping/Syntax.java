package org.customsgateway.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** How bytes become items: one for each value of {@code reader} in a {@code format.yaml}. */
interface Syntax {

    /** Whether these first bytes of an interchange are in this format. */
    boolean recognises(InputStream firstBytes) throws IOException;

    Scan scan(InputStream raw, Limits limits) throws IOException;

    /** One item after another; nothing of an item is kept once the consumer returned. */
    void read(InputStream raw, Consumer<RawItem> items) throws IOException;
}
