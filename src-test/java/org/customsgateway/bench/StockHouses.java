package org.customsgateway.bench;

import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.visitor.sax.ng.BeforeVisitor;
import org.w3c.dom.Element;

/** Counts the consignments that the stock cartridge sees. */
public final class StockHouses implements BeforeVisitor {

    static final TypedKey<Integer> COUNT = TypedKey.of("houses");

    @Override
    public void visitBefore(Element group, ExecutionContext context) {
        context.put(COUNT, context.getOrDefault(COUNT, 0) + 1);
    }
}
