package org.customsgateway.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The back-ends of {@code connectors/back-ends/*.yaml}, read at start: a broker's users and queues are made then. */
public final class BackEnds {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private final Map<String, BackEnd> byName = new TreeMap<>();

    public BackEnds(Collection<BackEnd> all) {
        all.forEach(each -> byName.put(each.name(), each));
    }

    /** @throws IllegalArgumentException with file, line and key of all that is wrong */
    public static BackEnds read(Path folder) {
        List<BackEnd> all = new ArrayList<>();
        List<PartnerFault> faults = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "[!.]*" + PartnerFile.ENDING)) {
            for (Path file : files) {
                var found = new PartnerFaults(file.getFileName().toString());
                read(file, found).ifPresent(all::add);
                faults.addAll(found.all());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the back-ends in " + folder + " cannot be read", e);
        }
        if (faults.isEmpty() && all.stream().noneMatch(BackEnd::answers)) {
            throw new IllegalArgumentException(
                    folder + ": no back-end decides anything: add one of kind risk or revenue");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    faults.stream().map(PartnerFault::toString).sorted().collect(Collectors.joining("\n")));
        }
        return new BackEnds(all);
    }

    private static Optional<BackEnd> read(Path path, PartnerFaults faults) {
        String file = path.getFileName().toString();
        String name = file.substring(0, file.length() - PartnerFile.ENDING.length());
        if (!name.matches(NAME)) {
            faults.add(1, PartnerFaults.WHOLE_FILE, "rename the file: small letters, digits and '-', at most 40");
        }
        var keys = PartnerFile.compose(path, faults);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var section = new Section("", 1, keys.orElse(null), faults);
        var kind = section.value("kind", (BackEndKind) null, Values.oneOf(BackEndKind.class));
        var timeout = section.optional("timeout", Values::duration);
        if (kind == BackEndKind.COPY && timeout.isPresent()) {
            section.fault("timeout", "remove it: a copy is not answered");
        }
        var call = section.optionalSection("http")
                .map(http -> call(http, path.toAbsolutePath().getParent()));
        section.end();
        return faults.isEmpty() ? Optional.of(new BackEnd(name, kind, timeout, call)) : Optional.empty();
    }

    private static BackEndCall call(Section http, Path folder) {
        boolean plain = http.value("plain", false, Values::truth);
        var call = new BackEndCall(
                http.value("url", null, text -> WebhookWire.address(text, plain)),
                http.optional("token", text -> Secret.reference(text, folder, System::getenv)),
                http.optional("trust", text -> Certificates.authorities(text, folder)),
                http.value("connectTimeout", Duration.ofSeconds(10), Values.durationUpTo(LONGEST)),
                http.value("answer", Duration.ofSeconds(30), Values.durationUpTo(LONGEST)),
                http.value("connections", 4, Values.whole(1, 100)));
        http.end();
        return call;
    }

    /** By their names. */
    public List<BackEnd> all() {
        return List.copyOf(byName.values());
    }

    public Optional<BackEnd> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What one that is not there any more has said counts as risk: nothing that it held is let go unasked. */
    public BackEndKind kind(String name) {
        return find(name).map(BackEnd::kind).orElse(BackEndKind.RISK);
    }
}
