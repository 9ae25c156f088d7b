package org.customsgateway.mapping.xmldsig;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.customsgateway.Sm2Party;
import org.customsgateway.mapping.Limits;
import org.customsgateway.message.Problem;

/** An order, who signs it, and what is said of the signature. */
final class SignedOrder {

    static final Sm2Party FIRM = Sm2Party.valid();
    static final Sm2Party STRANGER = Sm2Party.valid();
    static final long LARGEST = 1 << 20;
    static final String ORDER = order();
    static final String SIGNED = signed(FIRM, ORDER);

    private SignedOrder() {}

    static String order() {
        try {
            return Files.readString(
                    Path.of("src-test/golden/cn-ceb-311/accepts-an-order-with-everything-in-it/input.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String signed(Sm2Party by, String xml) {
        byte[] signed = new Signer(by.certificate(), by.key()).sign(xml.getBytes(StandardCharsets.UTF_8));
        return new String(signed, StandardCharsets.UTF_8);
    }

    static String fault(String xml, boolean required, Sm2Party... agreed) {
        return fault(xml, required, false, agreed);
    }

    static String fault(String xml, boolean required, boolean sha1, Sm2Party... agreed) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Sm2Party party : agreed) {
            certificates.add(party.certificate());
        }
        try {
            return new SignatureCheck(certificates, required, sha1, LARGEST)
                    .problem(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Sm2Party.NOW)
                    .map(Problem::rule)
                    .orElse("good");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fault(String xml) {
        return fault(xml, true, FIRM);
    }

    static org.w3c.dom.Document tree(String xml) {
        try {
            return Tree.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
        } catch (javax.xml.stream.XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    static String without(String signed, String element) {
        return signed.replaceAll("(?s)<ds:" + element + ">.*</ds:" + element + ">", "");
    }
}
