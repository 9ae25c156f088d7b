package org.customsgateway.message;

/** How bytes travel. */
public enum Wire {
    SFTP,
    AS2,
    QUEUE,
    HTTP
}
