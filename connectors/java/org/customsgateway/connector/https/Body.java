package org.customsgateway.connector.https;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeoutException;
import org.customsgateway.connector.Pace;

/** The body of a request as it comes in: no larger than agreed, not too slow. It knows its hash, and why it broke off. */
final class Body extends FilterInputStream {

    private final long limit;
    private final Pace pace;
    private final Instant begun;
    private final MessageDigest digest;
    private long size;
    private Answer fault;

    Body(InputStream in, long limit, Pace pace) {
        super(in);
        this.limit = limit;
        this.pace = pace;
        this.begun = pace.clock().instant();
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Why it could not be read to its end: the sender's fault; null when it could. */
    Answer fault() {
        return fault;
    }

    /** Of what was read of it. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static Answer tooLarge(long limit) {
        return Answer.problem(Kind.TOO_LARGE, "At most " + limit + " bytes are agreed: split it.");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(buffer, offset, length);
        } catch (IOException e) {
            throw broken(isTimeout(e) ? tooSlow() : brokenOff(), e);
        }
        if (count < 0) {
            return count;
        }
        size += count;
        digest.update(buffer, offset, count);
        if (size > limit) {
            throw broken(tooLarge(limit), null);
        }
        if (pace.isTooSlow(begun, size)) {
            throw broken(tooSlow(), null);
        }
        return count;
    }

    private IOException broken(Answer why, IOException cause) {
        fault = why;
        return new IOException("the body is not taken: " + why.status(), cause);
    }

    private static boolean isTimeout(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Answer tooSlow() {
        return Answer.problem(Kind.TOO_SLOW, "Less than " + pace.slowest() + " bytes a second came: send it again.");
    }

    /** Mostly nobody is there to read this. */
    private static Answer brokenOff() {
        return Answer.problem(Kind.MALFORMED, "The body broke off: send it again.");
    }
}
