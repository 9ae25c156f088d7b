package org.customsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.customsgateway.connector.queue.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract as developers see it at a running gateway. */
@Tag("wire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPageTest {

    private Customs customs;
    private Certificate certificate;
    private String base;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        certificate = Certificate.in(folder.resolve("tls"));
        customs = new Customs(
                folder,
                "risk: [{answer: [accepted, release]}]\nrevenue: [{answer: [release]}]\n",
                Platform.listener(certificate, folder));
        customs.open();
        base = "https://localhost:" + customs.httpsPort();
    }

    @AfterAll
    void stop() throws Exception {
        customs.close();
    }

    @Test
    void developers_see_the_contract_and_a_page_that_loads_nothing_from_elsewhere() throws Exception {
        var client = Platform.client(certificate.store(), null, Certificate.PASSWORD);
        assertThat(page(client, base + "/openapi.yaml").body())
                .isEqualTo(Files.readString(Path.of("routes/openapi/gateway.yaml")));
        HttpResponse<String> docs = page(client, base + "/docs");
        assertThat(docs.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(docs.body()).doesNotContain("http");
        var links = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(docs.body());
        while (links.find()) {
            assertThat(page(client, base + links.group(1)).statusCode())
                    .as(links.group(1))
                    .isEqualTo(200);
        }
        assertThat(page(client, base + "/docs/../../etc/passwd").statusCode()).isNotEqualTo(200);
        assertThat(page(client, base + "/v2").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> page(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    @Test
    void a_browser_shows_every_operation_and_asks_nobody_else(@TempDir Path folder) throws Exception {
        Needed.that(Browser.isThere(), "chromium");

        Browser browser = Browser.shows(base + "/docs", folder);

        for (var operation : ApiContract.read().operations()) {
            assertThat(browser.page()).contains("data-path=\"" + operation.path() + "\"");
        }
        assertThat(browser.page()).contains("opblock").doesNotContain("errors-wrapper");
        assertThat(browser.console()).isEmpty();
        assertThat(browser.asked()).contains(base + "/openapi.yaml").allMatch(url -> url.startsWith(base + "/"));
    }
}
