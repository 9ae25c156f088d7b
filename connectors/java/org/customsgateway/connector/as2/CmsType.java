package org.customsgateway.connector.as2;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** What a CMS message is (RFC 5652, 3), whatever its MIME type says of it. */
enum CmsType {
    ENVELOPED(PKCSObjectIdentifiers.envelopedData),
    AUTH_ENVELOPED(PKCSObjectIdentifiers.id_ct_authEnvelopedData),
    COMPRESSED(CMSObjectIdentifiers.compressedData),
    OTHER(null);

    private static final int HEAD = 32;

    private final ASN1ObjectIdentifier oid;

    CmsType(ASN1ObjectIdentifier oid) {
        this.oid = oid;
    }

    /** Looks at the first bytes and leaves them there: a sequence, and in it first the object identifier. */
    static CmsType of(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        if (head.length < HEAD || head[0] != 0x30) {
            return OTHER;
        }
        int length = head[1] & 0xff;
        int at = 2 + (length > 0x80 && length < 0x86 ? length - 0x80 : 0);
        int end = at + 2 + (head[at + 1] & 0xff);
        if (head[at] != 0x06 || end > HEAD) {
            return OTHER;
        }
        var found = ASN1ObjectIdentifier.fromContents(Arrays.copyOfRange(head, at + 2, end));
        return Arrays.stream(values())
                .filter(type -> found.equals(type.oid))
                .findFirst()
                .orElse(OTHER);
    }
}
