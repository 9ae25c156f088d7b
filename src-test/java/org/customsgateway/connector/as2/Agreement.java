package org.customsgateway.connector.as2;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customsgateway.connector.As2Receiving;
import org.customsgateway.connector.As2Sending;
import org.customsgateway.connector.As2Sending.AskedReceipt;
import org.customsgateway.connector.As2Sending.Cipher;
import org.customsgateway.connector.As2Sending.Compression;
import org.customsgateway.connector.As2Sending.Digest;
import org.customsgateway.connector.As2Wire;
import org.customsgateway.connector.DatedAlias;
import org.customsgateway.connector.DatedCertificate;
import org.customsgateway.connector.Limits;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.WeakAlgorithm;
import org.customsgateway.connector.Wired;

/** What is agreed with a partner, to be changed one by one. */
public final class Agreement {

    String id;
    String ours;
    List<DatedCertificate> certificates;
    List<DatedAlias> keys = List.of();
    boolean signed = true;
    boolean encrypted = true;
    List<WeakAlgorithm> weak = List.of();
    List<String> clientCertificates = List.of();
    public Optional<URI> receiptUrl = Optional.empty();
    public Optional<URI> url = Optional.empty();
    Optional<Digest> sign = Optional.of(Digest.SHA_256);
    Optional<Cipher> cipher = Optional.of(Cipher.AES256_CBC);
    Compression compression = Compression.NONE;
    public AskedReceipt receipt = AskedReceipt.SYNC;
    boolean receiptSigned = true;
    public Optional<Path> trust = Optional.empty();
    public Duration receiptWait = Duration.ofMinutes(1);
    Duration timeout = Duration.ofSeconds(30);
    Limits limits = Wired.limits(4 * 1024 * 1024);

    public Agreement(String id, String ours, OwnKey theirs) {
        this.id = id;
        this.ours = ours;
        this.certificates = List.of(dated(theirs));
    }

    static DatedCertificate dated(OwnKey key) {
        return new DatedCertificate(
                key.certificate(),
                key.certificate().getNotBefore().toInstant(),
                key.certificate().getNotAfter().toInstant());
    }

    Agreement security(boolean signing, boolean encrypting, Compression compressing) {
        signed = signing;
        encrypted = encrypting;
        sign = signing ? Optional.of(Digest.SHA_256) : Optional.empty();
        cipher = encrypting ? Optional.of(Cipher.AES256_CBC) : Optional.empty();
        compression = compressing;
        return this;
    }

    As2Wire wire() {
        return new As2Wire(
                id,
                ours,
                certificates,
                keys,
                new As2Receiving(signed, encrypted, weak, clientCertificates, receiptUrl),
                new As2Sending(
                        url,
                        sign,
                        cipher,
                        compression,
                        receipt,
                        receiptSigned,
                        receiptWait,
                        trust,
                        Duration.ofSeconds(10),
                        timeout),
                32);
    }

    public Partner partner(String partnerId) {
        return Wired.as2(partnerId, wire(), limits);
    }

    static WeakAlgorithm weak(WeakAlgorithm.Name name, Instant until) {
        return new WeakAlgorithm(name, until);
    }
}
