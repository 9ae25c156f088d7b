package org.customsgateway.mapping;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;

/** Several elements of one name, as a template sees them: a sequence; asked as one, it is the first, asked for a qualifier, those that have it. */
record Elements(List<Element> all)
        implements TemplateScalarModel, TemplateSequenceModel, TemplateHashModel, TemplateBooleanModel {

    @Override
    public TemplateModel get(int index) {
        return index >= 0 && index < all.size() ? all.get(index) : Absent.ABSENT;
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public TemplateModel get(String key) {
        List<Element> qualified = all.stream().filter(one -> one.is(key)).toList();
        if (qualified.isEmpty()) {
            return all.get(0).get(key);
        }
        return qualified.size() == 1 ? qualified.get(0) : new Elements(qualified);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String getAsString() {
        return all.get(0).getAsString();
    }

    @Override
    public boolean getAsBoolean() {
        return true;
    }
}
