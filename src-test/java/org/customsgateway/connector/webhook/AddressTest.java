package org.customsgateway.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.customsgateway.connector.Network;
import org.customsgateway.connector.PublicAddress;
import org.customsgateway.connector.WebhookWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a partner can make the gateway connect to. */
class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void an_address_that_is_not_public_is_not_connected_to(String text) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(text), List.of())).isFalse();
        assertThatThrownBy(() -> allowing(text).resolve("hook.example")).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "223.255.255.254",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808",
                "::ffff:8.8.8.8"
            })
    void a_public_address_is(String text) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(text), List.of())).isTrue();
        assertThat(allowing(text).resolve("hook.example")).containsExactly(InetAddress.getByName(text));
    }

    @Test
    void a_network_that_the_partner_file_allows_is_connected_to_and_no_other() throws UnknownHostException {
        var addresses = allowing("10.1.2.3", "10.2.0.1", "fd00::1", "8.8.8.8", "127.0.0.1");
        assertThat(new AllowedAddresses(
                                addresses.names(), List.of(Network.parse("10.1.0.0/16"), Network.parse("fd00::1")))
                        .resolve("hook.example"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("10.1.2.3", "fd00:0:0:0:0:0:0:1", "8.8.8.8");
    }

    @Test
    void a_network_is_written_with_an_address_and_never_looked_up() {
        assertThat(Network.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
        assertThat(Network.parse("fd00::/8").prefix()).isEqualTo(8);
        for (String wrong : List.of(
                "", "localhost", "10.0.0.0/33", "fd00::/129", "10.0.0", "10.0.0.256", "10.0.0.0/", "::/x", "a:b")) {
            assertThatThrownBy(() -> Network.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook.example/x",
                "http://hook.example/x",
                "file:///etc/passwd",
                "https:///x",
                "https://:443/x",
                "https://user:secret@hook.example/x",
                "https://hook.example/x#y",
                "https://hook.example:0/",
                "gopher://h/",
                "https://hook.example:70000/",
                "https://hook example/",
                "https:hook.example",
                "//hook.example/x"
            })
    void what_is_no_address_to_post_to_is_refused(String text) {
        assertThatThrownBy(() -> WebhookWire.address(text, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_address_without_tls_only_where_that_is_agreed() {
        assertThat(WebhookWire.address("https://hook.example/x?y=z", false).getHost())
                .isEqualTo("hook.example");
        assertThat(WebhookWire.address("http://hook.example/x", true).getScheme())
                .isEqualTo("http");
    }

    @Test
    void an_address_that_is_a_number_is_judged_before_anybody_connects() {
        var allowed = List.of(Network.parse("10.1.0.0/16"), Network.parse("::1"));
        for (String agreed :
                List.of("https://10.1.2.3/", "https://[::1]/", "https://8.8.8.8/", "https://hook.example/")) {
            assertThat(WebhookWire.address(agreed, false, allowed)).hasToString(agreed);
        }
        for (String inside : List.of("https://10.2.0.1/", "https://[fd00::1]/", "https://169.254.169.254/latest")) {
            assertThatThrownBy(() -> WebhookWire.address(inside, false, allowed))
                    .as(inside)
                    .hasMessageContaining("not on the public internet");
        }
    }

    private static AllowedAddresses allowing(String... found) {
        return new AllowedAddresses(
                new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        var all = new InetAddress[found.length];
                        for (int i = 0; i < all.length; i++) {
                            all[i] = InetAddress.getByName(found[i]);
                        }
                        return all;
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                },
                List.of());
    }
}
