package org.customsgateway.connector.https;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.customsgateway.connector.Delivery;
import org.customsgateway.connector.Door;
import org.customsgateway.connector.Pace;
import org.customsgateway.connector.Receipt;
import org.customsgateway.connector.https.Intake.Taken;
import org.customsgateway.connector.https.Intake.Verdict;
import org.customsgateway.message.Wire;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A body is handed in as an interchange. Only what is on disk is answered with 202. */
final class Submission {

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);

    /** What is looked at before it is answered. */
    private static final int SMALL = 64 * 1024;

    private static final String TYPES = "application/json, application/x-ndjson, application/xml";
    private static final Pattern ASYNC =
            Pattern.compile("(^|.*,)\\s*respond-async\\s*([;,].*|$)", Pattern.CASE_INSENSITIVE);

    private final Door door;
    private final Intake intake;
    private final Pace pace;
    /** Partner and key of what is being received. */
    private final Set<List<Object>> inHand = ConcurrentHashMap.newKeySet();

    Submission(Door door, Intake intake, Pace pace) {
        this.door = door;
        this.intake = intake;
        this.pace = pace;
    }

    Answer handIn(Call call) {
        MediaType type = MediaType.of(call.header("Content-Type"));
        String encoding = call.header("Content-Encoding");
        if (!(type.isJson() || type.isJsonLines() || type.isXml())
                || !Set.of("", "identity").contains(encoding)) {
            return Answer.problem(Kind.UNSUPPORTED_MEDIA_TYPE, "Send " + TYPES + ", in UTF-8, as it is.")
                    .with("Accept", TYPES);
        }
        long limit = call.guest().partner().limits().interchangeBytes();
        if (call.request().getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > limit) {
            return Body.tooLarge(limit);
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(call.header("Idempotency-Key"));
        if (key.isEmpty()) {
            return Answer.problem(Kind.MALFORMED, "Idempotency-Key must be 1 to 200 printable ASCII characters.");
        }
        int perMinute = call.guest().partner().limits().perMinute();
        if (!call.guest().rate().take(perMinute)) {
            return Answer.problem(Kind.TOO_MANY_REQUESTS, "At most " + perMinute + " a minute are agreed.")
                    .retryAfter(10);
        }
        if (intake.isFull()) {
            return Answer.problem(Kind.UNAVAILABLE, "Much waits to be read here: send it again later.")
                    .retryAfter(30);
        }
        return once(call, key.get());
    }

    private Answer once(Call call, IdempotencyKey key) {
        if (!key.isGiven()) {
            return read(call, key);
        }
        List<Object> mark = List.of(call.partner(), key);
        if (!inHand.add(mark)) {
            return Answer.problem(Kind.IN_PROGRESS, "Send it again when that one is answered or broken off.")
                    .retryAfter(1);
        }
        try {
            return read(call, key);
        } finally {
            inHand.remove(mark);
        }
    }

    private Answer read(Call call, IdempotencyKey key) {
        long limit = call.guest().partner().limits().interchangeBytes();
        Body body = new Body(Request.asInputStream(call.request()), limit, pace);
        try {
            Optional<Taken> taken = key.isGiven() ? intake.known(call.partner(), key.value()) : Optional.empty();
            if (taken.isPresent()) {
                body.transferTo(OutputStream.nullOutputStream());
                return again(taken.get(), body.sha256());
            }
            byte[] head = body.readNBytes(SMALL + 1);
            if (head.length == 0) {
                return Answer.problem(Kind.MALFORMED, "There is nothing in it.");
            }
            boolean async = ASYNC.matcher(call.header("Prefer")).matches();
            Verdict verdict = async || head.length > SMALL
                    ? Verdict.GOOD
                    : intake.check(call.guest().partner(), head);
            if (!verdict.problems().isEmpty()) {
                return refused(call, verdict);
            }
            Answer answer = receive(call, key, head, body);
            return async && answer.status() == 202 ? answer.with("Preference-Applied", "respond-async") : answer;
        } catch (IOException e) {
            if (body.fault() != null) {
                return body.fault();
            }
            LOG.error("an interchange of {} was not received", call.partner(), e);
            return Answer.problem(Kind.UNAVAILABLE, "It could not be kept: send it again later.")
                    .retryAfter(5);
        }
    }

    private Answer receive(Call call, IdempotencyKey key, byte[] head, Body body) throws IOException {
        InputStream all = head.length <= SMALL
                ? new ByteArrayInputStream(head)
                : new SequenceInputStream(new ByteArrayInputStream(head), body);
        var delivery = new Delivery(call.partner(), Wire.HTTP, name(call), key.value());
        Receipt receipt = door.receive(delivery, all);
        if (!receipt.again()) {
            return accepted(receipt.interchangeId());
        }
        // another node has received it meanwhile
        return intake.known(call.partner(), key.value())
                .map(taken -> again(taken, body.sha256()))
                .orElseThrow(() -> new IOException("interchange " + receipt.interchangeId() + " is not to be found"));
    }

    private static String name(Call call) {
        return MediaType.of(call.header("Content-Type")).isXml() ? "body.xml" : "body.json";
    }

    private static Answer again(Taken taken, String sha256) {
        return taken.sha256().equals(sha256)
                ? accepted(taken.interchangeId())
                : Answer.problem(
                        Kind.KEY_REUSED,
                        "Interchange " + taken.interchangeId()
                                + " came with this key: take a new key for something new.");
    }

    private static Answer refused(Call call, Verdict verdict) {
        boolean json = !MediaType.of(call.header("Content-Type")).isXml();
        var faults = Shapes.faults(verdict.problems(), json);
        return verdict.readable()
                ? Answer.problem(Kind.REJECTED, "Mend what errors says and send it again.", faults)
                : Answer.problem(Kind.MALFORMED, "Mend what errors says and send it again.", faults);
    }

    private static Answer accepted(String interchangeId) {
        return Answer.json(202, Map.of("interchangeId", interchangeId))
                .with("Location", "/v1/interchanges/" + interchangeId);
    }
}
