package org.customsgateway.connector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Certificates as partners send them: PEM, DER or PKCS#7, one or a chain in any order. */
public final class Certificates {

    private static final int LARGEST = 256 * 1024;
    private static final String NONE = "must name a certificate in PEM, DER or PKCS#7";

    private Certificates() {}

    /**
     * As {@code env:NAME} (PEM) or {@code file:path} name them; the partner's own first, then those that vouch for it.
     *
     * @param secret finds what is no file
     * @throws IllegalArgumentException when there is none, with what to do
     */
    static List<X509Certificate> read(String reference, Path folder, Function<String, Secret> secret) {
        if (!reference.startsWith("file:")) {
            return parse(secret.apply(reference).reveal().getBytes(StandardCharsets.US_ASCII));
        }
        var file = folder.resolve(reference.substring(5));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "the file " + reference.substring(5) + " cannot be read: put it there, readable by the gateway");
        }
        return parse(bytes(file));
    }

    /** @throws IllegalArgumentException when the file has no certificate of an authority, with what to do */
    static Path authorities(String file, Path folder) {
        var found = folder.resolve(file);
        if (Files.isReadable(found) && !Files.isDirectory(found)) {
            parse(bytes(found));
            return found;
        }
        throw new IllegalArgumentException("must be a readable PEM file with certificates, relative to this folder");
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(NONE + ": this file is too large");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be read", e);
        }
    }

    /** Whoever vouches for none of the others comes first. */
    public static List<X509Certificate> parse(byte[] bytes) {
        var found = new ArrayList<X509Certificate>();
        try {
            for (var each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
                found.add((X509Certificate) each);
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException(NONE, e);
        }
        var own = found.stream()
                .filter(each -> found.stream()
                        .noneMatch(other ->
                                other != each && other.getIssuerX500Principal().equals(each.getSubjectX500Principal())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(NONE));
        found.remove(own);
        found.add(0, own);
        return found;
    }
}
