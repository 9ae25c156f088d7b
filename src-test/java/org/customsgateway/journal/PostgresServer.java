package org.customsgateway.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.customsgateway.Needed;

/** A PostgreSQL server from Debian's package, thrown away with the virtual machine. */
public final class PostgresServer {

    private static PostgresServer running;

    private final Path bin;
    private final Path folder;
    private final int port;
    private int databases;

    private PostgresServer(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Starts it once; without the package the test is skipped, but fails where CI is true. */
    public static synchronized PostgresServer started() throws Exception {
        if (running == null) {
            Optional<Path> bin = installed();
            Needed.that(bin.isPresent(), "PostgreSQL (Debian's package postgresql)");
            running = start(bin.orElseThrow());
        }
        return running;
    }

    /** A new, empty database. */
    public synchronized Database database() throws Exception {
        String name = "journal" + ++databases;
        run(folder, bin.resolve("createdb").toString(), "-h", "127.0.0.1", "-p", "" + port, "-U", "gateway", name);
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "gateway", "", 6);
    }

    private static PostgresServer start(Path bin) throws Exception {
        Path folder = Files.createTempDirectory("journal-postgres");
        if (root()) {
            run(folder, "chown", "postgres", folder.toString());
        }
        String data = folder.resolve("data").toString();
        int port = freePort();
        PostgresServer server = new PostgresServer(bin, folder, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        run(
                folder,
                bin.resolve("initdb").toString(),
                "-D",
                data,
                "-U",
                "gateway",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync");
        // a locale of its own must not matter, and nothing here has to outlive a power cut
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
                + " -c max_connections=60";
        run(
                folder,
                bin.resolve("pg_ctl").toString(),
                "-D",
                data,
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options,
                "start");
        return server;
    }

    private void stop() {
        try {
            run(
                    folder,
                    bin.resolve("pg_ctl").toString(),
                    "-D",
                    folder.resolve("data").toString(),
                    "-m",
                    "immediate",
                    "stop");
            run(
                    folder,
                    "rm",
                    "-rf",
                    folder.resolve("data").toString(),
                    folder.resolve("log").toString());
            Files.delete(folder);
        } catch (Exception e) {
            // the machine's own cleaning finds it under the temporary folder
        }
    }

    private static Optional<Path> installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(versions)) {
            for (Path version : found) {
                if (Files.isExecutable(version.resolve("bin/initdb"))) {
                    return Optional.of(version.resolve("bin"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL does not run as root: Debian's own user does it then. */
    private static void run(Path folder, String... command) throws Exception {
        List<String> whole = new ArrayList<>();
        if (root() && !command[0].equals("chown")) {
            whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        whole.addAll(List.of(command));
        Process process = new ProcessBuilder(whole)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("failed: " + String.join(" ", whole));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
