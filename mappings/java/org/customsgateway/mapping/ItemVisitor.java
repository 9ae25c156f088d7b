package org.customsgateway.mapping;

import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.visitor.sax.ng.BeforeVisitor;
import org.w3c.dom.Element;

/** Runs the template on the item that Smooks is told of. Which template, and where the result goes, is the run's to say. */
public final class ItemVisitor implements BeforeVisitor {

    @Override
    public void visitBefore(Element element, ExecutionContext context) {
        context.get(EngineRun.KEY).visit();
    }
}
