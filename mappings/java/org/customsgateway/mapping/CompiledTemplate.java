package org.customsgateway.mapping;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * A template, compiled, with what it may do cut down to what a mapping needs: no classes, no Java behind its data, no files but
 * the mapping's, the same output in every locale and time zone.
 */
final class CompiledTemplate {

    /** The template did not come to its end: our fault. The message tells file and line. */
    static final class Failed extends Exception {
        Failed(String file, int line, String text) {
            super(file + (line > 0 ? ":" + line : "") + ": " + text, null, false, false);
        }
    }

    private final Template template;
    private final String name;
    private final int most;
    private final ThreadLocal<OutputBuffer> buffers;

    private CompiledTemplate(Template template, String name, int most) {
        this.template = template;
        this.name = name;
        this.most = most;
        this.buffers = ThreadLocal.withInitial(() -> new OutputBuffer(this.most));
    }

    /**
     * @param name in the drawers
     * @param most characters that it may write
     */
    static CompiledTemplate compile(TemplateFiles files, String name, int most) throws BrokenFormat {
        List<BrokenFormat.Fault> faults = new ArrayList<>();
        files.parsed(name);
        files.used().forEach(file -> faults.addAll(TemplateLint.of(file)));
        try {
            Template template = configuration(files).getTemplate(name.substring(Drawers.MAPPINGS.length()));
            if (!faults.isEmpty()) {
                throw new BrokenFormat(faults);
            }
            return new CompiledTemplate(template, name, most);
        } catch (ParseException e) {
            String where = e.getTemplateName() == null ? name : Drawers.MAPPINGS + e.getTemplateName();
            faults.add(new BrokenFormat.Fault(where, e.getLineNumber(), firstLine(e.getEditorMessage())));
            throw new BrokenFormat(faults);
        } catch (IOException e) {
            throw new BrokenFormat(name, 0, e.getMessage());
        }
    }

    private static Configuration configuration(TemplateFiles files) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(files);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(XMLOutputFormat.INSTANCE);
        configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setSQLDateAndTimeTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setWhitespaceStripping(true);
        // everything a template meets is a model of ours already: nothing is wrapped, no Java can be reached
        configuration.setObjectWrapper(model -> (TemplateModel) model);
        configuration.setLazyImports(true);
        return configuration;
    }

    /** What it writes with this data, without what stayed empty; empty if nothing was filled. */
    byte[] run(TemplateHashModel data) throws Failed {
        OutputBuffer buffer = buffers.get();
        buffer.clear();
        try {
            template.process(data, buffer);
            return FilledXml.of(buffer);
        } catch (TemplateException e) {
            throw failed(e);
        } catch (OutputBuffer.Full | IllegalArgumentException e) {
            throw new Failed(name, 0, e.getMessage());
        } catch (StackOverflowError e) {
            throw new Failed(name, 0, "a macro or function calls itself without end");
        } catch (IOException e) {
            throw new IllegalStateException("a buffer in memory does not fail", e);
        }
    }

    private Failed failed(TemplateException e) {
        if (e.getCause() instanceof OutputBuffer.Full full) {
            return new Failed(name, 0, full.getMessage());
        }
        String where = e.getTemplateSourceName() == null ? name : Drawers.MAPPINGS + e.getTemplateSourceName();
        int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
        return new Failed(where, line, firstLine(e.getMessageWithoutStackTop()));
    }

    private static String firstLine(String text) {
        return text == null ? "the template failed" : text.lines().findFirst().orElse("");
    }
}
