package org.customsgateway.connector.https;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What a developer sees in a browser: the contract, and a page to try it out with, all from this listener. */
final class Pages {

    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String DOCS = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Customs gateway</title>
              <link rel="stylesheet" href="/docs/swagger-ui.css">
              <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
            </head>
            <body>
              <div id="page"></div>
              <script src="/docs/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """;

    private static final String START = """
            SwaggerUIBundle({ url: '/openapi.yaml', dom_id: '#page', deepLinking: true, tryItOutEnabled: true });
            """;

    private final Map<String, Answer> pages = new LinkedHashMap<>();

    private Pages() {}

    /** @param contract the OpenAPI file */
    static Pages read(Path contract) {
        var all = new Pages();
        try {
            all.page("/openapi.yaml", "application/yaml", Files.readAllBytes(contract));
            all.page("/docs", HTML, DOCS.getBytes(StandardCharsets.UTF_8));
            all.page("/docs/start.js", SCRIPT, START.getBytes(StandardCharsets.UTF_8));
            String folder = WEBJAR + version() + "/";
            all.page("/docs/swagger-ui.css", "text/css", resource(folder + "swagger-ui.css"));
            all.page("/docs/swagger-ui-bundle.js", SCRIPT, resource(folder + "swagger-ui-bundle.js"));
            all.page("/docs/favicon-32x32.png", "image/png", resource(folder + "favicon-32x32.png"));
        } catch (IOException e) {
            throw new UncheckedIOException("the pages of the API cannot be read", e);
        }
        for (String elsewhere : List.of("/", "/docs/")) {
            all.pages.put(elsewhere, Answer.empty(307).with("Location", "/docs"));
        }
        return all;
    }

    private void page(String path, String type, byte[] body) {
        pages.put(
                path,
                new Answer(200, Map.of(), type, body)
                        .with("Cache-Control", "max-age=300")
                        .with("Content-Security-Policy", POLICY)
                        .with("Referrer-Policy", "no-referrer"));
    }

    Answer answer(String method, String path) {
        Answer page = pages.get(path);
        if (page == null) {
            return Answer.problem(Kind.NOT_FOUND, "There is no such path: see /docs.");
        }
        return method.equals("GET") || method.equals("HEAD")
                ? page
                : Answer.problem(Kind.METHOD_NOT_ALLOWED, "Use GET here.").with("Allow", "GET, HEAD");
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(resource(VERSION)));
        return properties.getProperty("version");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }
}
