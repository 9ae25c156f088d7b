package org.customsgateway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressLimitTest {

    private static SocketAddress at(String address, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }

    @Test
    void an_address_has_so_many_places_and_gets_one_back_when_it_leaves() throws Exception {
        var limit = new AddressLimit(10, 2);
        assertThat(limit.enters(at("192.0.2.1", 1))).isTrue();
        assertThat(limit.enters(at("192.0.2.1", 2))).isTrue();
        assertThat(limit.enters(at("192.0.2.1", 3))).isFalse();
        assertThat(limit.enters(at("192.0.2.2", 3))).isTrue();
        limit.leaves(at("192.0.2.1", 1));
        assertThat(limit.enters(at("192.0.2.1", 3))).isTrue();
    }

    @Test
    void there_are_so_many_places_in_all() throws Exception {
        var limit = new AddressLimit(2, 0);
        assertThat(limit.enters(at("192.0.2.1", 1))).isTrue();
        assertThat(limit.enters(at("192.0.2.1", 2))).isTrue();
        assertThat(limit.enters(at("192.0.2.2", 3))).isFalse();
    }

    @Test
    void a_network_of_ipv6_is_one_address() throws Exception {
        var limit = new AddressLimit(10, 1);
        assertThat(limit.enters(at("2001:db8:0:1::1", 1))).isTrue();
        assertThat(limit.enters(at("2001:db8:0:1:ffff::2", 1))).isFalse();
        assertThat(limit.enters(at("2001:db8:0:2::1", 1))).isTrue();
    }
}
