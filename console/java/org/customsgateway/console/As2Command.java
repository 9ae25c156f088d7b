package org.customsgateway.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.as2.Proof;
import org.customsgateway.journal.As2Message;
import org.customsgateway.journal.As2Refusal;
import org.customsgateway.journal.Interchange;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.journal.Reply;
import org.customsgateway.message.RawBytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is kept of an AS2 message: payload, receipt, and what proves them. */
@Command(
        name = "as2",
        description = "Show an AS2 message with its receipt, and what proves them.",
        footer = {"", "Exit code 1 when the journal does not know it."})
final class As2Command implements Runnable {

    private final Works works;

    @Spec
    private CommandSpec spec;

    As2Command(Works works) {
        this.works = works;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: show");
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show a message, either way, by its Message-ID.")
    int show(
            @Mixin InstallationOptions installation,
            @Parameters(paramLabel = "MESSAGE-ID", description = "As in its header, with or without its brackets.")
                    String id,
            @Option(
                            names = "--save",
                            paramLabel = "DIR",
                            description = "Write payload, signed message and receipt there.")
                    Path save)
            throws IOException {
        var settings = installation.used();
        var messageId = id.startsWith("<") ? id : "<" + id + ">";
        try (var journal = works.journal(settings)) {
            List<As2Message> found = journal.as2().find(messageId);
            List<As2Refusal> refused = journal.as2Refusals().find(messageId);
            for (As2Refusal each : refused) {
                show(each);
            }
            if (found.isEmpty() && refused.isEmpty()) {
                spec.commandLine().getErr().println("the journal does not know the AS2 message " + messageId);
                return Commands.LOOK;
            }
            var raws = works.raws(settings, journal);
            for (As2Message message : found) {
                show(message, journal, raws);
                if (save != null) {
                    save(message, journal, raws, save);
                }
            }
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    private void show(As2Refusal refusal) throws IOException {
        print("AS2 message " + refusal.messageId() + " from " + refusal.names() + ", " + refusal.at() + ": refused, "
                + refusal.state() + ", " + refusal.reason());
        if (refusal.receipt().length > 0) {
            signatures(new ByteArrayInputStream(refusal.receipt()), "");
        }
    }

    private void show(As2Message message, Journal journal, RawStore raws) throws IOException {
        print("AS2 message " + message.messageId() + (message.incoming() ? " from " : " to ") + message.partner() + ", "
                + message.at() + ": " + (message.incoming() ? "interchange " : "reply ") + message.subject() + ", "
                + message.state() + (message.detail().isEmpty() ? "" : ", " + message.detail()));
        print("  MIC " + message.mic());
        payload(message, journal).ifPresent(raw -> print("  payload " + raw.size() + " bytes, raw " + raw.sha256()));
        print("  message as signed, " + message.proof().size() + " bytes, raw "
                + message.proof().sha256());
        try (InputStream kept = raws.open(message.proof())) {
            signatures(kept, message.mic());
        }
        if (message.receipt().length == 0) {
            print("  no receipt");
            return;
        }
        print("  receipt, " + message.receipt().length + " bytes");
        signatures(new ByteArrayInputStream(message.receipt()), "");
    }

    /** @param mic that the signed content should have, or empty */
    private void signatures(InputStream kept, String mic) throws IOException {
        var folder = Files.createTempDirectory("gateway-as2");
        try {
            var proof = Proof.of(kept, folder);
            proof.fields().forEach((name, value) -> print("    " + name + ": " + value));
            if (proof.signatures().isEmpty()) {
                print("    not signed");
            }
            for (Proof.Signature each : proof.signatures()) {
                print("    signed by " + each.signer()
                        + (each.fingerprint().isEmpty() ? "" : ", sha256 " + each.fingerprint()) + ", " + each.digest()
                        + each.time().map(time -> ", " + time).orElse("") + ": "
                        + (each.holds() ? "the signature fits" : "the signature does not fit, or cannot be checked"));
                if (!mic.isEmpty() && mic.endsWith(each.digest())) {
                    print("    its MIC is " + (mic.equals(each.mic()) ? "the one above" : "another: " + each.mic()));
                }
            }
        } finally {
            Folder.delete(folder);
        }
    }

    private static Optional<RawBytes> payload(As2Message message, Journal journal) {
        return message.incoming()
                ? journal.interchanges().find(message.subject()).map(Interchange::raw)
                : journal.replies().find(message.subject()).map(Reply::raw);
    }

    private void save(As2Message message, Journal journal, RawStore raws, Path save) throws IOException {
        var folder = Files.createDirectories(save.resolve(message.incoming() ? "received" : "sent")
                .resolve(message.partner().value()));
        var payload = payload(message, journal);
        if (payload.isPresent()) {
            copy(raws.open(payload.get()), folder.resolve("payload"));
        }
        copy(raws.open(message.proof()), folder.resolve("message.eml"));
        if (message.receipt().length > 0) {
            copy(new ByteArrayInputStream(message.receipt()), folder.resolve("receipt.eml"));
        }
        print("  saved in " + folder);
    }

    private static void copy(InputStream from, Path to) throws IOException {
        try (from) {
            Files.copy(from, to);
        }
    }
}
