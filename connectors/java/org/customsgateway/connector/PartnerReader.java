package org.customsgateway.connector;

import static org.customsgateway.connector.Values.matching;
import static org.customsgateway.connector.Values.oneOf;
import static org.customsgateway.connector.Values.whole;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customsgateway.connector.DuplicatePolicy.SameBytes;
import org.customsgateway.connector.DuplicatePolicy.SameKey;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.PartnerId;
import org.customsgateway.message.StatusCode;

/** Binds the keys of one partner file. Every key and default is here, and in {@code connectors/README.md}. */
final class PartnerReader {

    private static final String LOGIN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String LOGIN_TEXT = "1 to 64 of letters, digits, '.', '_' and '-'";
    private static final Set<String> TAKEN_LOGINS = Set.of("gateway", "risk", "revenue");

    private final Section top;
    private final PartnerId id;
    private final Path folder;
    private final FormatBook formats;
    private final UnaryOperator<String> environment;
    private final Map<String, PartnerFile.Place> unique = new TreeMap<>();

    PartnerReader(Section top, PartnerId id, Path folder, FormatBook formats, UnaryOperator<String> environment) {
        this.top = top;
        this.id = id;
        this.folder = folder;
        this.formats = formats;
        this.environment = environment;
    }

    Map<String, PartnerFile.Place> unique() {
        return unique;
    }

    Partner read() {
        var name = top.value("name", null, Values::text);
        var kind = top.value("kind", null, oneOf(PartnerKind.class));
        var language =
                top.value("language", "en", matching("[a-z]{2}", "two small letters of ISO 639-1, such as en or fr"));
        var known = top.list("formats", null, this::format);
        var profile = profile(known);
        var limits = limits(top.section("limits"));
        var wires = wires(top.section("wires"), limits);
        var reply = reply(top.section("reply"), known, wires);
        var duplicates = duplicates(top.section("duplicates"));
        var match = MatchReader.match(top.section("match"));
        var returns = MatchReader.returns(top.section("returns"));
        var keep = KeepPolicy.read(top.section("keep"));
        var decisions = top.section("decisions");
        var timeout = decisions.value("timeout", Duration.ofHours(4), Values::duration);
        var payment = decisions.optional("payment", oneOf(Payment.class));
        decisions.end();
        var signature = top.optionalSection("signature").map(part -> new SignatureReader(part, this::secret).read());
        top.end();
        return new Partner(
                id,
                name,
                kind,
                language,
                known,
                profile,
                reply,
                duplicates,
                limits,
                match,
                returns,
                keep,
                timeout,
                payment,
                signature,
                wires);
    }

    private FormatId format(String value) {
        var format = new FormatId(value);
        if (formats.agreeable(format).isEmpty()) {
            throw new IllegalArgumentException("unknown format '" + value + "': there are "
                    + String.join(
                            ", ",
                            formats.ids().stream().map(FormatId::value).sorted().toList()));
        }
        return format;
    }

    private Stream<Agreeable> agreeable(List<FormatId> sent) {
        return sent.stream().flatMap(format -> formats.agreeable(format).stream());
    }

    /** Names that none of the partner's formats knows are mistakes. */
    private Map<String, String> profile(List<FormatId> sent) {
        var agreed = top.texts("profile");
        var names = new TreeSet<String>();
        agreeable(sent).forEach(agreeable -> names.addAll(agreeable.profile()));
        agreed.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> top.fault(
                        "profile",
                        names.isEmpty()
                                ? "'" + name + "': nothing can be agreed about this partner's formats: remove it"
                                : "'" + name + "' is not known: use one of " + String.join(", ", names)));
        return agreed;
    }

    private static FormatId among(Set<FormatId> known, String value) {
        return known.stream()
                .filter(format -> format.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + value
                        + "' answers none of this partner's formats: "
                        + String.join(
                                ", ",
                                known.stream().map(FormatId::value).sorted().toList()) + " do"));
    }

    private ReplyPolicy reply(Section reply, List<FormatId> sent, Wires wires) {
        var ends = Stream.of(WireEnd.values()).filter(wires::has).toList();
        var only = ends.size() == 1 ? ends.get(0) : null;
        // without any wire that is the fault to report, not this
        var wire = reply.value("wire", ends.isEmpty() ? WireEnd.SFTP_HOST : only, oneOf(WireEnd.class, WireEnd::key));
        if (wire != null && !ends.isEmpty() && !wires.has(wire)) {
            reply.fault("wire", "this partner has no wire " + wire.key() + ": add it under wires, or name another");
        }
        var answers = new HashSet<FormatId>();
        agreeable(sent).forEach(agreeable -> answers.addAll(agreeable.replies()));
        var agreed = reply.list("formats", List.of(), value -> among(answers, value));
        var acknowledge = reply.value("acknowledge", Acknowledge.REQUESTED, oneOf(Acknowledge.class));
        var statuses = reply.list("statuses", List.of(StatusCode.values()), oneOf(StatusCode.class, StatusCode::name));
        var batch = reply.section("batch");
        var items = batch.value("items", 1_000, whole(1, 100_000));
        var wait = batch.value("wait", Duration.ofSeconds(1), Values::duration);
        batch.end();
        var retry = reply.section("retry");
        if (wire == WireEnd.AS2 && wires.as2().get().sending().url().isEmpty()) {
            reply.fault("wire", "nothing can go out over as2 without an address: add wires.as2.url");
        }
        var usual = wire == WireEnd.WEBHOOK || wire == WireEnd.AS2 ? Retry.FOR_DAYS : Retry.FOR_HOURS;
        var attempts = retry.value("attempts", usual.attempts(), whole(1, 1_000));
        var first = retry.value("first", usual.first(), Values::duration);
        var max = retry.value("max", usual.max(), Values::duration);
        retry.end();
        reply.end();
        var wanted = EnumSet.noneOf(StatusCode.class);
        if (wire != WireEnd.HTTPS) {
            wanted.addAll(statuses);
        }
        return new ReplyPolicy(
                wire, agreed, acknowledge, Set.copyOf(wanted), items, wait, new Retry(attempts, first, max));
    }

    private static DuplicatePolicy duplicates(Section duplicates) {
        var bytes = duplicates.value("bytes", SameBytes.ANSWER_AGAIN, oneOf(SameBytes.class));
        var key = duplicates.value("key", SameKey.AMEND, oneOf(SameKey.class));
        duplicates.end();
        return new DuplicatePolicy(bytes, key);
    }

    private static Limits limits(Section limits) {
        var bytes = limits.value("interchange", 1L << 30, Values::bytes);
        var items = limits.value("items", 1_000_000, whole(1, 100_000_000));
        var perMinute = limits.value("perMinute", 0, whole(0, 1_000_000));
        limits.end();
        return new Limits(bytes, items, perMinute);
    }

    private Wires wires(Section wires, Limits limits) {
        var host = wires.optionalSection("sftpHost").map(section -> host(section, limits));
        var client = wires.optionalSection("sftpClient").map(section -> SftpClientReader.read(section, this::secret));
        var queue = wires.optionalSection("queue").map(this::queue);
        var https = wires.optionalSection("https").map(this::https);
        var webhook = wires.optionalSection("webhook")
                .map(section -> new WebhookReader(section, folder, this::secret).read());
        var as2 = wires.optionalSection("as2").map(this::as2);
        wires.end();
        var all = new Wires(host, client, queue, https, webhook, as2);
        if (Stream.of(WireEnd.values()).noneMatch(all::has)) {
            top.fault(
                    "wires",
                    "name one wire at least: "
                            + Stream.of(WireEnd.values()).map(WireEnd::key).collect(Collectors.joining(", ")));
        }
        return all;
    }

    private SftpHostWire host(Section host, Limits limits) {
        var user = host.value("user", id.value(), matching(LOGIN, LOGIN_TEXT));
        var keys = host.list("keys", null, SshKey::parse);
        var sessions = host.value("sessions", 4, whole(1, 100));
        var quota = host.value("quota", 2 * limits.interchangeBytes(), Values::bytes);
        host.end();
        unique.put("SFTP login " + user, new PartnerFile.Place(host.full("user"), host.lineOf("user")));
        return new SftpHostWire(user, keys, sessions, quota);
    }

    private QueueWire queue(Section queue) {
        var name = matching(
                "(?!(risk|revenue)\\.(declarations|decisions)|dead$|expired$|activemq)[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?<!\\.quarantine)",
                "a queue name of letters, digits, '.', '_' and '-', and not one of the gateway's own");
        var wire = new QueueWire(
                queue.value("in", "partner." + id + ".in", name),
                queue.value("out", "partner." + id + ".out", name),
                queue.value(
                        "user",
                        id.value(),
                        login -> free(matching(LOGIN, LOGIN_TEXT).apply(login))),
                queue.optional("password", this::secret),
                queue.value("replyTo", ReplyTo.FIXED, oneOf(ReplyTo.class)),
                queue.value("correlation", Correlation.MESSAGE_ID, oneOf(Correlation.class)),
                queue.value("sessions", QueueWire.SESSIONS, whole(1, 1_000)));
        queue.end();
        unique.put("queue " + wire.in(), new PartnerFile.Place(queue.full("in"), queue.lineOf("in")));
        if (wire.in().equals(wire.out())) {
            queue.fault("out", "must be another queue than in");
        }
        if (wire.replyTo() == ReplyTo.FROM_MESSAGE && wire.in().startsWith(wire.out() + ".")) {
            queue.fault("in", "must not lie below out, where replies go with replyTo: from-message");
        }
        unique.put("queue " + wire.out(), new PartnerFile.Place(queue.full("out"), queue.lineOf("out")));
        unique.put("queue login " + wire.user(), new PartnerFile.Place(queue.full("user"), queue.lineOf("user")));
        return wire;
    }

    private HttpsWire https(Section https) {
        var wire = HttpsReader.read(https);
        wire.tokens()
                .forEach(token -> unique.put(
                        "token sha256:" + token.sha256().substring(0, 16),
                        new PartnerFile.Place(https.full("tokens"), https.lineOf("tokens"))));
        return wire;
    }

    private As2Wire as2(Section as2) {
        var wire = new As2Reader(as2, folder, this::secret).read();
        // two whose names are at fault are not the same for that
        var names = wire.id() == null || wire.ours() == null ? id.value() : wire.id() + " towards " + wire.ours();
        unique.put("AS2 id " + names, new PartnerFile.Place(as2.full("id"), as2.lineOf("id")));
        return wire;
    }

    private static String free(String login) {
        if (TAKEN_LOGINS.contains(login)) {
            throw new IllegalArgumentException("'" + login + "' is one of the gateway's own logins: choose another");
        }
        return login;
    }

    private Secret secret(String value) {
        var secret = Secret.reference(value, folder, environment);
        try {
            secret.reveal();
        } catch (IllegalStateException | UncheckedIOException notThere) {
            throw new IllegalArgumentException(notThere.getMessage(), notThere);
        }
        return secret;
    }
}
