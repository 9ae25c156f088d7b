package org.customsgateway.mapping;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An element as a schema declares it at one place: how often it may stand there, what it may hold, and where that is written. */
public final class SchemaElement {

    /**
     * What an element may hold.
     *
     * @param children in the order of the schema
     * @param plain whether they are one flat sequence, so that each child's occurrence is just its own
     * @param open whether anything else may stand there too
     */
    public record Content(
            List<SchemaElement> children,
            boolean plain,
            boolean open,
            Map<String, Attribute> attributes,
            SchemaText text) {}

    public record Attribute(String name, boolean required, SchemaText text, String origin) {}

    private final String name;
    private final String namespace;
    private final int least;
    private final int most;
    private final String origin;
    private final String id;
    private final Supplier<Content> contentSource;
    private boolean qualified;
    private Content content;

    public SchemaElement(
            String name,
            String namespace,
            int least,
            int most,
            String origin,
            String id,
            Supplier<Content> contentSource) {
        this.name = name;
        this.namespace = namespace;
        this.least = least;
        this.most = most;
        this.origin = origin;
        this.id = id;
        this.contentSource = contentSource;
    }

    public String name() {
        return name;
    }

    public String namespace() {
        return namespace;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public boolean repeats() {
        return most > 1;
    }

    /** WCO Data Model id, in the schemas of the canonical form; otherwise empty. */
    public String id() {
        return id;
    }

    /** Says that several of it are told apart by a qualifier, as segments and groups of EDIFACT are by their first value. */
    public SchemaElement byQualifier() {
        qualified = true;
        return this;
    }

    /** The same element where it may stand at further places. */
    public SchemaElement repeated(int further) {
        SchemaElement repeated = new SchemaElement(name, namespace, least, most + further, origin, id, contentSource);
        return qualified ? repeated.byQualifier() : repeated;
    }

    /** File and line. */
    public String origin() {
        return origin;
    }

    /** Found when first asked for: types may hold themselves. */
    public synchronized Content content() {
        if (content == null) {
            content = contentSource.get();
        }
        return content;
    }

    public SchemaElement child(String childName) {
        for (SchemaElement child : content().children()) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The element that a path of names leads to, or null. */
    public SchemaElement at(List<String> path) {
        SchemaElement at = this;
        for (String step : path) {
            at = at == null ? null : at.child(step);
        }
        return at;
    }

    /** Whether a path of names, {@code @name} for an attribute, a qualifier after what has one, leads somewhere from here. */
    boolean leads(List<String> path) {
        SchemaElement at = this;
        for (String step : path) {
            if (at.content().open()) {
                return true;
            }
            if (step.startsWith("@")) {
                return at.content().attributes().containsKey(step.substring(1));
            }
            SchemaElement child = at.child(step);
            if (child == null && !at.qualified) {
                return false;
            }
            at = child == null ? at : child;
        }
        return true;
    }
}
