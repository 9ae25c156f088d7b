package org.customsgateway.connector.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;

/**
 * What one SFTP session of a partner may do: write files in {@code in}, read and remove files in {@code out}. The answer
 * to CLOSE, or to RENAME from a temporary name, is given when the interchange has been received.
 */
final class PartnerSubsystem extends SftpSubsystem {

    private static final Set<Integer> OFFERED = Set.of(
            SftpConstants.SSH_FXP_INIT,
            SftpConstants.SSH_FXP_OPEN,
            SftpConstants.SSH_FXP_CLOSE,
            SftpConstants.SSH_FXP_READ,
            SftpConstants.SSH_FXP_WRITE,
            SftpConstants.SSH_FXP_LSTAT,
            SftpConstants.SSH_FXP_FSTAT,
            SftpConstants.SSH_FXP_SETSTAT,
            SftpConstants.SSH_FXP_FSETSTAT,
            SftpConstants.SSH_FXP_OPENDIR,
            SftpConstants.SSH_FXP_READDIR,
            SftpConstants.SSH_FXP_REMOVE,
            SftpConstants.SSH_FXP_REALPATH,
            SftpConstants.SSH_FXP_STAT,
            SftpConstants.SSH_FXP_RENAME,
            SftpConstants.SSH_FXP_EXTENDED);

    private final Home home;
    private final ExecutorService receiving;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final Receipts receipts = new Receipts();
    private final AtomicBoolean left = new AtomicBoolean();

    /** @param receiving hands interchanges in, so that a client that goes away interrupts none of them */
    PartnerSubsystem(
            ChannelSession channel, SftpSubsystemConfigurator configurator, Home home, ExecutorService receiving) {
        super(channel, configurator);
        this.home = home;
        this.receiving = receiving;
    }

    @Override
    protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
        if (OFFERED.contains(type)) {
            super.doProcess(buffer, length, type, id);
        } else {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_PERMISSION_DENIED, "not offered here");
        }
    }

    @Override
    protected void executeExtendedCommand(Buffer buffer, int id, String extension) throws IOException {
        if (extension.equals("posix-rename@openssh.com")) {
            super.executeExtendedCommand(buffer, id, extension);
        } else {
            sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_OP_UNSUPPORTED, "not offered here");
        }
    }

    @Override
    protected Path resolveFile(String path) throws IOException {
        return fileSystem.getPath(Place.of(path).path());
    }

    @Override
    protected String doOpen(int id, String path, int flags, int access, Map<String, Object> attributes)
            throws IOException {
        var place = Place.of(path);
        var writes = (access & (SftpConstants.ACE4_WRITE_DATA | SftpConstants.ACE4_APPEND_DATA)) != 0;
        if (writes ? !place.isIn() : !place.isOut()) {
            throw new AccessDeniedException("write in /in, read in /out");
        }
        var file = home.file(place);
        if (writes && (flags & SftpConstants.SSH_FXF_ACCESS_DISPOSITION) == SftpConstants.SSH_FXF_CREATE_TRUNCATE) {
            // a file of its own, should another session still be writing under this name
            Files.deleteIfExists(file);
        }
        var handle = super.doOpen(id, path, flags, access, Map.of());
        if (writes) {
            uploads.put(handle, new Upload(place, file));
        }
        return handle;
    }

    /** Called by {@link PartnerFiles} while a file is being opened. */
    SeekableByteChannel open(Path path, Set<? extends OpenOption> options) throws IOException {
        var place = Place.of(path.toString());
        var noLinks = new HashSet<OpenOption>(options);
        noLinks.add(LinkOption.NOFOLLOW_LINKS);
        var room = place.isIn() ? home.room() : 0;
        var file = FileChannel.open(home.file(place), noLinks);
        return place.isIn() ? new CappedChannel(file, room + file.size()) : file;
    }

    @Override
    protected void doWrite(int id, String handle, long offset, int length, byte[] data, int at, int remaining)
            throws IOException {
        try {
            super.doWrite(id, handle, offset, length, data, at, remaining);
        } catch (IOException | RuntimeException failure) {
            var upload = uploads.get(handle);
            if (upload != null && upload.breaks() && failure instanceof TooBig) {
                tooBig(upload, failure.getMessage());
            }
            throw failure;
        }
    }

    /** The client hears it at once, and the partner gets its refusal: what is there is handed in, one byte over the limit. */
    private void tooBig(Upload upload, String why) throws IOException {
        home.warn("too-big", upload.place().stored(), why);
        if (home.isOverLimit(upload.file())) {
            receive(upload.file(), upload.place());
        }
    }

    @Override
    protected void doClose(int id, String handle) throws IOException {
        var upload = uploads.remove(handle);
        if (upload == null) {
            super.doClose(id, handle);
            return;
        }
        try {
            super.doClose(id, handle);
            if (!upload.isWhole()) {
                throw new IOException("the upload failed before: send it again");
            }
            if (!TemporaryName.is(upload.place().name())) {
                receive(upload.file(), upload.place());
            }
        } catch (IOException | RuntimeException failure) {
            upload.discard();
            throw failure;
        }
    }

    @Override
    protected void doRename(int id, String from, String to, Collection<CopyOption> options) throws IOException {
        var source = Place.of(from);
        var target = Place.of(to);
        if (!source.isFile() || !target.isFile() || !source.folder().equals(target.folder())) {
            throw new AccessDeniedException("rename within /in or within /out");
        }
        var file = home.file(source);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(source.path());
        }
        if (source.isIn() && !TemporaryName.is(target.name())) {
            receive(file, target);
        } else {
            super.doRename(id, source.path(), target.path(), options);
        }
    }

    private void receive(Path file, Place place) throws IOException {
        var over = home.isOverLimit(file);
        var attributes = getAttributes(file, SftpConstants.SSH_FILEXFER_ATTR_ALL, LinkOption.NOFOLLOW_LINKS);
        var received = receiving.submit(() -> {
            home.receive(file, place.name());
            return null;
        });
        try {
            received.get();
        } catch (InterruptedException clientGone) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the session ended").initCause(clientGone);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("not received", failure.getCause());
        }
        if (over) {
            throw new TooBig("larger than agreed: refused, the reply says so too");
        }
        receipts.add(place, attributes);
    }

    @Override
    protected Map<String, Object> doStat(int id, String path, int flags) throws IOException {
        var received = receipts.find(Place.of(path));
        return received.isPresent() ? received.get() : super.doStat(id, path, flags);
    }

    @Override
    protected Map<String, Object> doLStat(int id, String path, int flags) throws IOException {
        return doStat(id, path, flags);
    }

    /** Times and permissions are the client's wish, not ours: taken note of by nobody, and no error. */
    @Override
    protected void doSetStat(
            int id, String path, int command, String extension, Map<String, ?> attributes, Boolean follow)
            throws IOException {
        refuseSize(attributes);
    }

    @Override
    protected void doFSetStat(int id, String handle, Map<String, ?> attributes) throws IOException {
        refuseSize(attributes);
    }

    private static void refuseSize(Map<String, ?> attributes) throws IOException {
        if (attributes.containsKey("size")) {
            throw new AccessDeniedException("a size is set by writing");
        }
    }

    @Override
    protected void closeAllHandles() {
        var cut = new ArrayList<>(uploads.values());
        uploads.clear();
        super.closeAllHandles();
        for (var upload : cut) {
            try {
                upload.discard();
            } catch (IOException swept) {
                home.warn("not-received", upload.place().stored(), "what is left of a cut upload could not be removed");
            }
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        super.destroy(channel);
        if (left.compareAndSet(false, true)) {
            home.leave();
        }
    }
}
