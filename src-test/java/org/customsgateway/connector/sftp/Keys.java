package org.customsgateway.connector.sftp;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.customsgateway.connector.SshKey;

/** Keys for tests. */
final class Keys {

    private Keys() {}

    static KeyPair ed25519() throws Exception {
        Ed25519.only();
        return SecurityUtils.getKeyPairGenerator("Ed25519").generateKeyPair();
    }

    static KeyPair p256() throws Exception {
        Ed25519.only();
        var generator = SecurityUtils.getKeyPairGenerator("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    static SshKey open(KeyPair pair) {
        return SshKey.parse(PublicKeyEntry.toString(pair.getPublic()));
    }

    static Path file(KeyPair pair, Path file) throws Exception {
        Files.write(file, text(pair));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    static byte[] text(KeyPair pair) throws Exception {
        var bytes = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", null, bytes);
        return bytes.toByteArray();
    }
}
