package org.customsgateway.mapping;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One of our nouns as a template sees it: its components by name and, where it is asked for as text, its text. No methods. */
record RecordModel(Record noun) implements TemplateHashModel, TemplateScalarModel {

    private static final Map<Class<?>, Map<String, Method>> COMPONENTS = new ConcurrentHashMap<>();

    /** Any value of a noun: texts, numbers, instants, lists, maps and further nouns. */
    static TemplateModel of(Object value) {
        if (value == null || value.equals("")) {
            return Absent.ABSENT;
        } else if (value instanceof Record noun) {
            return new RecordModel(noun);
        } else if (value instanceof Collection<?> many) {
            return new NounList(List.copyOf(many));
        } else if (value instanceof Map<?, ?> map) {
            Hash hash = new Hash();
            map.forEach((name, one) -> hash.put(String.valueOf(name), of(one)));
            return hash;
        } else if (value instanceof BigDecimal amount) {
            return new SimpleScalar(amount.toPlainString());
        } else if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        return new SimpleScalar(value.toString());
    }

    private record NounList(List<?> all) implements TemplateSequenceModel {
        @Override
        public TemplateModel get(int index) {
            return of(all.get(index));
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private static Map<String, Method> components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, known -> {
            Map<String, Method> methods = new HashMap<>();
            for (RecordComponent component : known.getRecordComponents()) {
                methods.put(component.getName(), component.getAccessor());
            }
            return methods;
        });
    }

    @Override
    public TemplateModel get(String key) {
        Method component = components(noun.getClass()).get(key);
        if (component == null) {
            return Absent.ABSENT;
        }
        try {
            return of(component.invoke(noun));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String getAsString() {
        return noun.toString();
    }
}
