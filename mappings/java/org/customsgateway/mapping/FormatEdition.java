package org.customsgateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.customsgateway.message.FormatId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A format as its files were at one moment, compiled when it is first asked for: a partner uses few of those that there are. */
final class FormatEdition {

    private static final Logger LOG = LoggerFactory.getLogger(FormatEdition.class);

    /** @param mapping the last that could be made, or null */
    private record Made(Mapping mapping, List<MappingFault> faults) {}

    private final String folder;
    private final String fingerprint;
    private Supplier<Made> work;
    private volatile Made made;

    /**
     * @param fingerprint of its files
     * @param before the one whose mapping stays in use if this one is broken; null if there is none
     */
    FormatEdition(String folder, String fingerprint, MappingCompiler compiler, FormatEdition before) {
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.work = () -> compiled(folder, compiler, before);
    }

    private FormatEdition(String folder, Made made) {
        this.folder = folder;
        this.fingerprint = "";
        this.made = made;
    }

    /** What stays when the files have gone. */
    FormatEdition gone() {
        String file = Drawers.MAPPINGS + folder + "/format.yaml";
        String text = "it is gone; the last good version stays in use";
        return new FormatEdition(folder, new Made(made().mapping(), List.of(new MappingFault(folder, file, 0, text))));
    }

    boolean is(String other) {
        return fingerprint.equals(other);
    }

    Optional<Mapping> mapping() {
        return Optional.ofNullable(made().mapping());
    }

    List<MappingFault> faults() {
        return made().faults();
    }

    private Made made() {
        if (made == null) {
            synchronized (this) {
                if (made == null) {
                    made = work.get();
                    // it holds the files, and the edition before
                    work = null;
                }
            }
        }
        return made;
    }

    private static Made compiled(String folder, MappingCompiler compiler, FormatEdition before) {
        try {
            Mapping mapping = compiler.compile(new FormatId(folder).value());
            LOG.info("format {} is in use in version {}", folder, mapping.version());
            return new Made(mapping, List.of());
        } catch (BrokenFormat e) {
            List<MappingFault> faults = new ArrayList<>();
            e.faults().forEach(fault -> faults.add(new MappingFault(folder, fault.file(), fault.line(), fault.text())));
            faults.forEach(fault -> LOG.error("format {} is broken: {}", folder, fault));
            return broken(before, faults);
        } catch (RuntimeException e) {
            LOG.error("format {} cannot be compiled", folder, e);
            return broken(before, folder, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            String text = "one of its files is nested too deep";
            LOG.error("format {} cannot be compiled: {}", folder, text);
            return broken(before, folder, text);
        }
    }

    private static Made broken(FormatEdition before, String folder, String text) {
        return broken(before, List.of(new MappingFault(folder, Drawers.MAPPINGS + folder, 0, text)));
    }

    private static Made broken(FormatEdition before, List<MappingFault> faults) {
        return new Made(before == null ? null : before.made().mapping(), faults);
    }
}
