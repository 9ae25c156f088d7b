package org.customsgateway.connector.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/**
 * The host's own key: made once, an OpenSSH private key file that only its owner may read. ECDSA on P-256, which every
 * client of the last ten years knows. Put another key (RSA, Ed25519) into the file before the first start to use that.
 */
final class HostKey {

    private HostKey() {}

    static FileKeyPairProvider in(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file);
        }
        return new FileKeyPairProvider(file);
    }

    private static void write(Path file) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var bytes = new ByteArrayOutputStream();
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    generator.generateKeyPair(), "customs gateway", null, bytes);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var written = Files.createTempFile(file.toAbsolutePath().getParent(), ".host-key", "", ownerOnly);
            Files.write(written, bytes.toByteArray());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String text(KeyPair pair) {
        return PublicKeyEntry.toString(pair.getPublic());
    }
}
