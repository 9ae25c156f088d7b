package org.customsgateway.connector.as2;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSCompressedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.customsgateway.connector.As2Sending.Cipher;

/** The layers of S/MIME (RFC 8551) around an entity, written as streams. */
final class Layers {

    private static final int BUFFER = 32 * 1024;

    private Layers() {}

    /** RFC 5402, 3. */
    static Outgoing compressed(Outgoing inside) {
        var headers = cms("compressed-data", "smime.p7z");
        return new Outgoing(headers, out -> {
            var generator = new CMSCompressedDataStreamGenerator();
            generator.setBufferSize(BUFFER);
            try (var cms = generator.open(staysOpen(out), new ZlibCompressor())) {
                inside.writeTo(cms);
            }
        });
    }

    /**
     * {@code multipart/signed} (RFC 1847).
     *
     * @param boundary must not stand in the content
     */
    static Outgoing signed(Outgoing inside, OwnKey key, MicAlgorithm algorithm, String boundary) {
        var headers = Headers.of(
                "Content-Type",
                "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=" + algorithm.mime()
                        + "; boundary=\"" + boundary + "\"");
        return new Outgoing(headers, out -> {
            out.write(ascii("--" + boundary + "\r\n"));
            var signature = new ByteArrayOutputStream();
            try (var digested = signing(key, algorithm, signature)) {
                inside.writeTo(both(digested, out));
            }
            out.write(ascii("\r\n--" + boundary + "\r\n"));
            out.write(Headers.of(
                            "Content-Type", "application/pkcs7-signature; name=\"smime.p7s\"",
                            "Content-Transfer-Encoding", "base64",
                            "Content-Disposition", "attachment; filename=\"smime.p7s\"")
                    .bytes());
            out.write(Base64.getMimeEncoder().encode(signature.toByteArray()));
            out.write(ascii("\r\n--" + boundary + "--\r\n"));
        });
    }

    private static OutputStream signing(OwnKey key, MicAlgorithm algorithm, OutputStream signature) throws IOException {
        try {
            var generator = new CMSSignedDataStreamGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .build(algorithm.signature(key.key().getAlgorithm()), key.key(), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator.open(signature, false);
        } catch (OperatorCreationException | CertificateEncodingException | CMSException e) {
            throw new IOException("cannot be signed with " + key.alias(), e);
        }
    }

    /** With GCM it is authEnveloped-data (RFC 5083), with CBC enveloped-data. */
    static Outgoing enveloped(Outgoing inside, X509Certificate recipient, Cipher cipher) {
        boolean gcm = cipher.name().endsWith("GCM");
        var headers = cms(gcm ? "authEnveloped-data" : "enveloped-data", "smime.p7m");
        return new Outgoing(headers, out -> {
            try (var cms = enveloping(staysOpen(out), recipient, cipher, gcm)) {
                inside.writeTo(cms);
            }
        });
    }

    private static OutputStream enveloping(OutputStream out, X509Certificate recipient, Cipher cipher, boolean gcm)
            throws IOException {
        try {
            var to = new JceKeyTransRecipientInfoGenerator(recipient);
            var builder = new JceCMSContentEncryptorBuilder(oid(cipher));
            if (gcm) {
                var generator = new CMSAuthEnvelopedDataStreamGenerator();
                generator.setBufferSize(BUFFER);
                generator.addRecipientInfoGenerator(to);
                return generator.open(out, (OutputAEADEncryptor)
                        builder.setProvider(Decryption.STREAMING).build());
            }
            var generator = new CMSEnvelopedDataStreamGenerator();
            generator.setBufferSize(BUFFER);
            generator.addRecipientInfoGenerator(to);
            return generator.open(out, builder.build());
        } catch (CMSException | CertificateEncodingException e) {
            throw new IOException("cannot be encrypted for the partner", e);
        }
    }

    private static ASN1ObjectIdentifier oid(Cipher cipher) {
        return switch (cipher) {
            case AES128_CBC -> NISTObjectIdentifiers.id_aes128_CBC;
            case AES192_CBC -> NISTObjectIdentifiers.id_aes192_CBC;
            case AES256_CBC -> NISTObjectIdentifiers.id_aes256_CBC;
            case AES128_GCM -> NISTObjectIdentifiers.id_aes128_GCM;
            case AES192_GCM -> NISTObjectIdentifiers.id_aes192_GCM;
            case AES256_GCM -> NISTObjectIdentifiers.id_aes256_GCM;
        };
    }

    private static Headers cms(String kind, String name) {
        return Headers.of(
                "Content-Type", "application/pkcs7-mime; smime-type=" + kind + "; name=\"" + name + "\"",
                "Content-Transfer-Encoding", "binary",
                "Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** {@code multipart/report} and the like. */
    static Outgoing multipart(String type, String boundary, List<Outgoing> parts) {
        return new Outgoing(Headers.of("Content-Type", type + "; boundary=\"" + boundary + "\""), out -> {
            for (Outgoing part : parts) {
                out.write(ascii("--" + boundary + "\r\n"));
                part.writeTo(out);
                out.write(ascii("\r\n"));
            }
            out.write(ascii("--" + boundary + "--\r\n"));
        });
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static OutputStream staysOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static OutputStream both(OutputStream one, OutputStream other) {
        return new FilterOutputStream(one) {
            @Override
            public void write(int b) throws IOException {
                one.write(b);
                other.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                one.write(bytes, offset, length);
                other.write(bytes, offset, length);
            }
        };
    }
}
