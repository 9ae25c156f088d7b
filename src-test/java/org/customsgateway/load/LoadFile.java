package org.customsgateway.load;

import java.io.IOException;
import java.io.OutputStream;

/** A made-up interchange: the same bytes whenever it is written. */
public interface LoadFile {

    /** Of the file. */
    String name();

    int items();

    void writeTo(OutputStream out) throws IOException;
}
