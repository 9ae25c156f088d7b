package org.customsgateway.mapping;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.customsgateway.message.ReplyContent;

/** How a reply is written in a format: template, code lists, and the schema that what it wrote must satisfy. */
record ReplyTemplate(CompiledTemplate template, CodeTables codes, XsdCheck check) {

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
            byte[] written = template.run(new Data(RecordModel.of(content), codes));
            List<String> faults = faults(written);
            if (!faults.isEmpty()) {
                throw new InvalidReply("the reply " + content.replyId() + " is not valid: " + faults.get(0));
            }
            return written;
        } catch (CompiledTemplate.Failed e) {
            throw new InvalidReply(e.getMessage());
        }
    }

    private List<String> faults(byte[] written) {
        List<String> faults = new ArrayList<>();
        XsdWalk walk = check.borrow();
        try {
            XMLStreamReader2 in = SafeXml.reader(new ByteArrayInputStream(written), Limits.NONE);
            walk.start(message -> {
                if (faults.isEmpty()) {
                    faults.add(message);
                }
            });
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> walk.open(in);
                    case XMLStreamConstants.END_ELEMENT -> walk.close(in);
                    case XMLStreamConstants.CHARACTERS -> walk.text(in);
                    default -> {
                        // nothing else is in it
                    }
                }
            }
            walk.end();
            check.giveBack(walk);
        } catch (XMLStreamException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }
}
