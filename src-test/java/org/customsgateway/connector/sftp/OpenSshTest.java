package org.customsgateway.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.customsgateway.Needed;
import org.customsgateway.connector.Alarms;
import org.customsgateway.connector.Dispatch;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Received;
import org.customsgateway.connector.SftpHostWire;
import org.customsgateway.connector.Wired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our host as OpenSSH's own clients see it: code that shares nothing with ours. */
@Tag("wire")
class OpenSshTest {

    @TempDir
    Path folder;

    private final Received received = new Received();
    private SftpHost host;
    private Partner partner;
    private List<String> options;

    private record Ended(int code, String output) {}

    @BeforeEach
    void start() throws Exception {
        var there =
                List.of("sftp", "ssh", "scp").stream().allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name)));
        Needed.that(there, "OpenSSH with sftp, ssh and scp");
        var key = Keys.ed25519();
        partner = Wired.host(
                "post-xa",
                new SftpHostWire("post-xa", List.of(Keys.open(key)), 4, 10_000_000),
                Wired.limits(5_000_000));
        host = new SftpHost(
                new SftpHost.Settings("127.0.0.1", 0, folder.resolve("sftp"), 20, 8),
                received,
                new Alarms(),
                Clock.systemUTC());
        host.added(partner);
        host.start();
        var known = Files.writeString(
                folder.resolve("known_hosts"), "[127.0.0.1]:" + host.port() + " " + host.hostKey() + "\n");
        options = List.of(
                "-i",
                Keys.file(key, folder.resolve("key")).toString(),
                "-F",
                "/dev/null",
                "-oStrictHostKeyChecking=yes",
                "-oUserKnownHostsFile=" + known,
                "-oBatchMode=yes",
                "-oIdentitiesOnly=yes");
    }

    @AfterEach
    void stop() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    private Ended run(String program, List<String> first, String... last) throws Exception {
        var command = new ArrayList<>(List.of(program));
        command.addAll(first);
        command.addAll(options);
        command.addAll(List.of(last));
        var output = folder.resolve("output").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .redirectInput(folder.resolve("batch").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Ended(process.exitValue(), Files.readString(output.toPath()));
    }

    private Ended sftp(String... commands) throws Exception {
        Files.write(folder.resolve("batch"), List.of(commands));
        return run("sftp", List.of("-b", "-", "-P", String.valueOf(host.port())), "post-xa@127.0.0.1");
    }

    private Ended ssh(String... command) throws Exception {
        Files.write(folder.resolve("batch"), List.of());
        var all = new ArrayList<>(List.of("post-xa@127.0.0.1"));
        all.addAll(List.of(command));
        return run("ssh", List.of("-p", String.valueOf(host.port())), all.toArray(String[]::new));
    }

    private Path file(String name, int size) throws Exception {
        return Files.write(folder.resolve(name), new byte[size]);
    }

    @Test
    void sends_lists_and_collects() throws Exception {
        file("a.xml", 3_000_000);
        host.deliver(partner, Dispatch.of("r.xml", file("reply", 5)));
        var done = sftp(
                "put -p " + folder.resolve("a.xml") + " in/a.xml",
                "put " + folder.resolve("a.xml") + " in/b.part",
                "rename in/b.part in/b.xml",
                "ls -l out",
                "get out/r.xml " + folder.resolve("collected"),
                "rm out/r.xml");
        assertThat(done.code()).as(done.output()).isZero();
        assertThat(received.names()).containsExactly("a.xml", "b.xml");
        assertThat(received.bytes.get("a.xml")).hasSize(3_000_000);
        assertThat(folder.resolve("collected")).hasSize(5);
        assertThat(host.out(partner)).isEmptyDirectory();
    }

    @Test
    void is_told_when_its_file_was_not_received() throws Exception {
        received.refuses = true;
        file("a.xml", 10);
        var failed = sftp("put " + folder.resolve("a.xml") + " in/a.xml");
        assertThat(failed.code()).as(failed.output()).isNotZero();
    }

    @Test
    void is_told_when_its_file_is_too_big() throws Exception {
        file("a.xml", 5_000_001);
        var failed = sftp("put " + folder.resolve("a.xml") + " in/a.xml");
        assertThat(failed.code()).as(failed.output()).isNotZero();
    }

    @Test
    void gets_nothing_else() throws Exception {
        for (var command : List.of(
                "ls /etc", "get ../.host-key", "symlink /etc/passwd out/p", "mkdir in/d", "put /etc/hostname out/h")) {
            var refused = sftp(command);
            assertThat(refused.output() + refused.code())
                    .as(command)
                    .doesNotContain("OPENSSH")
                    .doesNotEndWith("\n0");
        }
        assertThat(ssh("id").code()).isNotZero();
        assertThat(ssh().code()).isNotZero();
        Files.write(folder.resolve("batch"), List.of());
        var scp = run(
                "scp",
                List.of("-O", "-P", String.valueOf(host.port())),
                file("s.xml", 1).toString(),
                "post-xa@127.0.0.1:in/s.xml");
        assertThat(scp.code()).isNotZero();
        assertThat(received.names()).isEmpty();
    }
}
