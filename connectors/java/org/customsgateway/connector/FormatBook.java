package org.customsgateway.connector;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customsgateway.message.FormatId;

/** The formats that partner files may name, as they are now. A partner names few, so each is asked for alone. */
public interface FormatBook {

    /** Equal to the one before as long as no other answer has changed. */
    Object edition();

    /** All that a partner can send. */
    Set<FormatId> ids();

    /** Empty for one that is not there, or that no partner can send. */
    Optional<Agreeable> agreeable(FormatId format);

    static FormatBook of(Map<FormatId, Agreeable> formats) {
        return new FormatBook() {
            @Override
            public Object edition() {
                return formats;
            }

            @Override
            public Set<FormatId> ids() {
                return formats.keySet();
            }

            @Override
            public Optional<Agreeable> agreeable(FormatId format) {
                return Optional.ofNullable(formats.get(format));
            }
        };
    }
}
