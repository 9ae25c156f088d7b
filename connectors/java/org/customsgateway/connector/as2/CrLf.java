package org.customsgateway.connector.as2;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Text in canonical form (RFC 8551, 3.1.1): every line ends with CR and LF. */
final class CrLf extends FilterInputStream {

    private int last = -1;
    private int next = -1;

    CrLf(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = next >= 0 ? next : super.read();
        next = -1;
        if (b == '\n' && last != '\r') {
            next = b;
            b = '\r';
        }
        last = b;
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int b = read();
            if (b < 0) {
                return i == 0 ? -1 : i;
            }
            buffer[offset + i] = (byte) b;
        }
        return length;
    }
}
