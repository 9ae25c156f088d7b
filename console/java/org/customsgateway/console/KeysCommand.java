package org.customsgateway.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.customsgateway.connector.As2Wire;
import org.customsgateway.connector.Fingerprint;
import org.customsgateway.connector.Secret;
import org.customsgateway.connector.as2.KeyStoreFile;
import org.customsgateway.connector.as2.OwnKey;
import org.customsgateway.connector.as2.OwnKeys;
import org.customsgateway.connector.as2.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tends the gateway's own AS2 keys, which lie in {@code gateway.as2.store}. */
@Command(
        name = "keys",
        description = "Make, import, list and export the gateway's AS2 keys; try out what is agreed with a partner.",
        footer = {
            "",
            "The store is gateway.as2.store with gateway.as2.password; a running gateway takes up a changed one by itself.",
            "Exit code 1 when 'check' finds something to do."
        })
final class KeysCommand implements Runnable {

    private final Works works;

    @Spec
    private CommandSpec spec;

    KeysCommand(Works works) {
        this.works = works;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: make, import, list, export or check");
    }

    private String store(InstallationOptions installation) {
        var store = works.setting(installation.settings(), "gateway.as2.store");
        if (store.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "gateway.as2.store is not set");
        }
        return store;
    }

    private static Path home(InstallationOptions installation) {
        return installation.settings().home();
    }

    private Optional<Secret> password(InstallationOptions installation) {
        var reference = works.setting(installation.settings(), "gateway.as2.password");
        return reference.isEmpty()
                ? Optional.empty()
                : Optional.of(Secret.reference(reference, home(installation), System::getenv));
    }

    private KeyStoreFile file(InstallationOptions installation) {
        var store = store(installation);
        if (store.startsWith("env:")) {
            throw new ParameterException(
                    spec.commandLine(), "the store is in the environment (" + store + "): use a file to change it");
        }
        var password = password(installation)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "gateway.as2.password is not set"));
        return new KeyStoreFile(home(installation).resolve(store), password.reveal());
    }

    private OwnKeys keys(InstallationOptions installation) {
        return new OwnKeys(store(installation), home(installation), password(installation));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static String line(OwnKey key, Instant now) {
        X509Certificate certificate = key.certificate();
        Instant end = certificate.getNotAfter().toInstant();
        return key.alias() + "  " + certificate.getSubjectX500Principal() + "  until " + end + " ("
                + Duration.between(now, end).toDays() + " days)  sha256 " + fingerprint(certificate);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Fingerprint.of(certificate);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = "Make a key with a self-signed certificate, and add it to the store.")
    int make(
            @Mixin InstallationOptions installation,
            @Parameters(paramLabel = "ALIAS", description = "Its name in the store.") String alias,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            defaultValue = "customs gateway",
                            description = "Common name of the certificate (default: ${DEFAULT-VALUE}).")
                    String name,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "1095",
                            description = "How long it is valid (default: ${DEFAULT-VALUE}).")
                    int days) {
        if (days < 1 || days > 3650 || !name.matches("[A-Za-z0-9 ._-]{1,64}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--days must be from 1 to 3650, --name of letters, digits, blanks, '.', '_', '-'");
        }
        Instant now = Clock.systemUTC().instant();
        // clocks differ: it is valid a little earlier
        Instant from = now.truncatedTo(ChronoUnit.HOURS);
        print(line(file(installation).make(alias, name, from, Duration.ofDays(days), new SecureRandom()), now));
        return 0;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Add a key of another PKCS#12 file to the store.")
    int add(
            @Mixin InstallationOptions installation,
            @Parameters(paramLabel = "ALIAS", description = "Its name in the store.") String alias,
            @Parameters(paramLabel = "FILE", description = "PKCS#12 with one private key.") Path from,
            @Option(
                            names = "--password",
                            paramLabel = "REF",
                            required = true,
                            description = "Of that file: env:NAME or file:PATH.")
                    String reference) {
        var password = Secret.reference(reference, Path.of(""), System::getenv).reveal();
        var found = new KeyStoreFile(from, password).keys();
        if (found.size() != 1) {
            throw new ParameterException(spec.commandLine(), from + " has " + found.size() + " keys: one is needed");
        }
        var key = new OwnKey(alias, found.get(0).key(), found.get(0).chain());
        file(installation).add(key);
        print(line(key, Clock.systemUTC().instant()));
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the keys of the store.")
    int list(@Mixin InstallationOptions installation) {
        Instant now = Clock.systemUTC().instant();
        keys(installation).all().forEach(key -> print(line(key, now)));
        return 0;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Print a key's certificate in PEM, for partners; never the key.")
    int export(@Mixin InstallationOptions installation, @Parameters(paramLabel = "ALIAS") String alias)
            throws java.security.cert.CertificateEncodingException {
        var key = keys(installation).all().stream()
                .filter(each -> each.alias().equalsIgnoreCase(alias))
                .findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "no key '" + alias + "'"));
        for (X509Certificate certificate : key.chain()) {
            print("-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----");
        }
        return 0;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Try out keys and certificates of a partner, without the partner.")
    int check(
            @Mixin InstallationOptions installation,
            @Parameters(paramLabel = "PARTNER", description = "The name of its file, without .yaml.") String partner)
            throws Exception {
        As2Wire wire = works.partner(installation.settings(), partner)
                .wires()
                .as2()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), partner + " has no wires.as2"));
        var folder = Files.createTempDirectory("gateway-keys");
        try {
            var findings = Rehearsal.of(wire, keys(installation), folder, Clock.systemUTC());
            findings.good().forEach(line -> print("ok: " + line));
            findings.bad().forEach(line -> print("look: " + line));
            return findings.bad().isEmpty() ? 0 : Commands.LOOK;
        } finally {
            Folder.delete(folder);
        }
    }
}
