package org.customsgateway.mapping;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import java.util.HashMap;
import java.util.Map;

/** Named values for a template. What has no such name, and what is empty, is {@link Absent}. */
final class Hash implements TemplateHashModel {

    private final Map<String, TemplateModel> values = new HashMap<>();

    Hash put(String name, TemplateModel value) {
        values.put(name, value);
        return this;
    }

    Hash put(String name, String text) {
        return put(name, text == null || text.isEmpty() ? Absent.ABSENT : new SimpleScalar(text));
    }

    Hash put(String name, long number) {
        return put(name, new SimpleNumber(number));
    }

    @Override
    public TemplateModel get(String key) {
        return values.getOrDefault(key, Absent.ABSENT);
    }

    @Override
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
