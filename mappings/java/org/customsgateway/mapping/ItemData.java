package org.customsgateway.mapping;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import org.customsgateway.message.Problem;

/** What the template of an item is given: {@code item}, {@code envelope}, {@code in} (also {@code input}), {@code warnings}, {@code code}, {@code fn}. */
record ItemData(Element item, Element envelope, Hash in, TemplateSequenceModel warnings, CodeTables codes)
        implements TemplateHashModel {

    static ItemData of(RawItem raw, ItemInputs in, List<Problem> problems, CodeTables codes) {
        Hash inputs = new Hash()
                .put("declarationId", in.declarationId())
                .put("functionCode", in.functionCode())
                .put("version", new SimpleScalar(String.valueOf(in.version())))
                .put("partner", in.partner())
                .put("interchangeId", in.interchangeId())
                .put("receivedAt", in.receivedAt().toString())
                .put("previousDeclarationId", in.previousDeclarationId())
                .put("originalDeclarationId", in.originalDeclarationId())
                .put("profile", RecordModel.of(in.profile()));
        List<Problem> warnings =
                problems.stream().filter(problem -> !problem.rejects()).toList();
        return new ItemData(raw.item(), raw.envelope(), inputs, new Warnings(warnings), codes);
    }

    private record Warnings(List<Problem> all) implements TemplateSequenceModel {

        @Override
        public TemplateModel get(int index) {
            Problem problem = all.get(index);
            return new Hash()
                    .put("rule", problem.rule())
                    .put("path", problem.pointer().path())
                    .put("value", problem.value())
                    .put("text", problem.text());
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    @Override
    public TemplateModel get(String key) {
        return switch (key) {
            case "item" -> item;
            case "envelope" -> envelope;
            // "in" is a word of FreeMarker's own: it can only be reached as .data_model.in
            case "in", "input" -> in;
            case "warnings" -> warnings;
            case "code" -> codes;
            case "fn" -> Functions.ALL;
            default -> null;
        };
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
