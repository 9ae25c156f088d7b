package org.customsgateway.mapping;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import org.customsgateway.message.ReplyContent;

/** How a reply is written in a format: template, code lists, and the syntax that makes bytes of what it wrote. */
record ReplyTemplate(CompiledTemplate template, CodeTables codes, Syntax syntax) {

    private record Data(TemplateModel reply, CodeTables codes) implements TemplateHashModel {

        @Override
        public TemplateModel get(String key) {
            return switch (key) {
                case "reply" -> reply;
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

    byte[] write(ReplyContent content) {
        try {
            return syntax.reply(template.run(new Data(RecordModel.of(content), codes)));
        } catch (InvalidReply e) {
            throw new InvalidReply("the reply " + content.replyId() + " is not valid: " + e.getMessage());
        } catch (CompiledTemplate.Failed e) {
            throw new InvalidReply(e.getMessage());
        }
    }
}
