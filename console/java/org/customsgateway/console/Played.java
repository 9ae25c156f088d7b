package org.customsgateway.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.simulate.BackEnd;
import org.customsgateway.simulate.Broker;

/**
 * The back-ends of an installation that can be played: those that answer.
 *
 * @param backEnds that read queues
 * @param asked names of those that are asked over HTTP, which nobody plays here
 */
public record Played(List<BackEnd> backEnds, List<String> asked) {

    /** Who knows the password of a back-end. */
    @FunctionalInterface
    public interface Password {
        String of(String name) throws IOException;
    }

    /**
     * @param folder with the files of the back-ends
     * @throws IllegalArgumentException with file, line and key of all that is wrong with them
     */
    public static Played in(Path folder) {
        var answering = BackEnds.read(folder).all().stream()
                .filter(org.customsgateway.connector.BackEnd::answers)
                .toList();
        return new Played(
                answering.stream()
                        .filter(each -> each.call().isEmpty())
                        .map(each -> new BackEnd(each.name(), each.kind().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                answering.stream()
                        .filter(each -> each.call().isPresent())
                        .map(org.customsgateway.connector.BackEnd::name)
                        .toList());
    }

    /** Only these; empty for all of them. */
    Played only(List<String> names) {
        return names.isEmpty()
                ? this
                : new Played(
                        backEnds.stream()
                                .filter(each -> names.contains(each.id()))
                                .toList(),
                        asked);
    }

    /** Whose queues they are at a broker. */
    public Map<BackEnd, Broker> logins(String broker, Password password) throws IOException {
        var logins = new LinkedHashMap<BackEnd, Broker>();
        for (var backEnd : backEnds) {
            logins.put(backEnd, new Broker(broker, backEnd.id(), password.of(backEnd.id())));
        }
        return logins;
    }

    public String names() {
        return String.join(", ", backEnds.stream().map(BackEnd::id).toList());
    }
}
