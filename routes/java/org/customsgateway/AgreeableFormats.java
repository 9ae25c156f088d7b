package org.customsgateway;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.customsgateway.connector.Agreeable;
import org.customsgateway.connector.FormatBook;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.message.FormatId;

/** What partner files may say of the formats that lie in the drawers. */
public record AgreeableFormats(Formats formats) implements FormatBook {

    @Override
    public Object edition() {
        return formats.edition();
    }

    @Override
    public Set<FormatId> ids() {
        return formats.ids().stream()
                .filter(id -> formats.current(id).readable())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Agreeable> agreeable(FormatId format) {
        return formats.find(format).filter(Mapping::readable).map(this::agreeable);
    }

    private Agreeable agreeable(Mapping mapping) {
        Set<String> profile = new HashSet<>(mapping.profile().keySet());
        mapping.replies().stream()
                .flatMap(reply -> formats.find(reply).stream())
                .forEach(reply -> profile.addAll(reply.profile().keySet()));
        return new Agreeable(mapping.replies(), profile);
    }
}
