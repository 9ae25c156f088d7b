package org.customsgateway.mapping.xml;

import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-8 in which every character has its shortest form (Unicode, 3.9, table 3-7; RFC 3629, 3). The parser takes longer ones, so that
 * a character might be hidden from whoever looks at the bytes.
 */
final class ShortestForm extends FilterInputStream {

    private byte before;
    private boolean broken;
    private boolean utf8;

    ShortestForm(InputStream bytes) {
        super(bytes);
    }

    /** Its encoding is known now: what has been read is judged, and all that follows. */
    void isUtf8() throws CharConversionException {
        utf8 = true;
        refuse();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = in.read(into, from, most);
        byte last = before;
        for (int i = from; i < from + count; i++) {
            byte b = into[i];
            broken |= b < 0 && isLonger(last, b);
            last = b;
        }
        before = last;
        if (utf8) {
            refuse();
        }
        return count;
    }

    private static boolean isLonger(byte before, byte b) {
        return b == (byte) 0xc0
                || b == (byte) 0xc1
                || before == (byte) 0xe0 && b < (byte) 0xa0
                || before == (byte) 0xf0 && b < (byte) 0x90;
    }

    private void refuse() throws CharConversionException {
        if (broken) {
            throw new CharConversionException("a character in more bytes than it needs");
        }
    }
}
