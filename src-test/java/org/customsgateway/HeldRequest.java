package org.customsgateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.customsgateway.ApiContract.Operation;

/** A request whose body has begun and not ended, on a connection of its own. Its answer is held to the contract. */
record HeldRequest(Platform platform, Operation operation, SSLSocket socket, byte last) {

    static HeldRequest begin(Platform platform, Operation operation, String body, String... headers)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var socket = (SSLSocket)
                platform.client().sslContext().getSocketFactory().createSocket("localhost", platform.port());
        var head = new StringBuilder();
        head.append(operation.method()).append(' ').append(operation.path()).append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n");
        head.append("Authorization: Bearer ").append(platform.token()).append("\r\n");
        head.append("Content-Length: ").append(bytes.length).append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        OutputStream out = socket.getOutputStream();
        out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, 0, bytes.length - 1);
        out.flush();
        return new HeldRequest(platform, operation, socket, bytes[bytes.length - 1]);
    }

    /** Sends the last byte; returns the status of the answer. */
    int end() throws IOException {
        socket.getOutputStream().write(last);
        socket.getOutputStream().flush();
        return status();
    }

    /** Without the last byte. */
    int status() throws IOException {
        String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        socket.close();
        String[] parts = all.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": *", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        platform.contract()
                .check(
                        operation,
                        status,
                        name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
                        parts[1]);
        return status;
    }
}
