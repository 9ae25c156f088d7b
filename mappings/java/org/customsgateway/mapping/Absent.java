package org.customsgateway.mapping;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;

/** What a template finds where the source has nothing: empty text, empty sequence, false, and nothing inside. */
enum Absent implements TemplateScalarModel, TemplateSequenceModel, TemplateHashModel, TemplateBooleanModel {
    ABSENT;

    @Override
    public String getAsString() {
        return "";
    }

    @Override
    public boolean getAsBoolean() {
        return false;
    }

    @Override
    public TemplateModel get(int index) {
        return ABSENT;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public TemplateModel get(String key) {
        return ABSENT;
    }

    @Override
    public boolean isEmpty() {
        return true;
    }
}
