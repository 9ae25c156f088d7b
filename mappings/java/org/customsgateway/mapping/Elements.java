package org.customsgateway.mapping;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;

/** Several elements of one name, as a template sees them: a sequence; asked as one, it is the first. */
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
        return all.get(0).get(key);
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
