package org.customsgateway.mapping.edifact;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import org.customsgateway.mapping.Drawers;

/** Lets StAEDI, which finds what a schema includes by URL, find it in the drawers of one moment. */
final class DrawerUrl extends URLStreamHandler {

    private final Drawers drawers;

    private DrawerUrl(Drawers drawers) {
        this.drawers = drawers;
    }

    static URL of(Drawers drawers, String file) {
        try {
            return new URL(null, "drawer:/" + file, new DrawerUrl(drawers));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                // nothing to connect to
            }

            @Override
            public InputStream getInputStream() throws IOException {
                String file = getURL().getPath().substring(1);
                if (!drawers.has(file)) {
                    throw new FileNotFoundException(file);
                }
                return new ByteArrayInputStream(drawers.file(file));
            }
        };
    }
}
