package org.customsgateway.connector.sftp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.customsgateway.connector.Alarm;
import org.customsgateway.connector.Partner;
import org.customsgateway.connector.Rate;
import org.customsgateway.connector.Retry;
import org.customsgateway.message.Wire;

/** Decides which files of a partner's listing are fetched now. Used by one poll at a time. */
final class Inbox implements GenericFileFilter<SftpRemoteFile> {

    private static final Retry AGAIN = new Retry(Integer.MAX_VALUE, Duration.ofSeconds(5), Duration.ofMinutes(10));

    private record Failed(int times, Instant again) {}

    private final Partner partner;
    private final boolean settle;
    private final Alarm alarm;
    private final Clock clock;
    private final Rate rate;
    private final Map<String, Failed> failed = new HashMap<>();
    private final Set<String> alarmed = new HashSet<>();
    private Set<String> before = new HashSet<>();
    private Set<String> now = new HashSet<>();

    Inbox(Partner partner, boolean settle, Alarm alarm, Clock clock) {
        this.partner = partner;
        this.settle = settle;
        this.alarm = alarm;
        this.clock = clock;
        this.rate = new Rate(clock);
    }

    /** The same for the same file unchanged. */
    static String mark(GenericFile<SftpRemoteFile> file) {
        return file.getFile().getFilename() + "|" + file.getLastModified() + "|" + file.getFileLength();
    }

    /** A new listing follows: what is in it no more is forgotten. */
    synchronized void poll() {
        before = now;
        now = new HashSet<>();
        failed.keySet().retainAll(before);
        alarmed.retainAll(before);
    }

    @Override
    public synchronized boolean accept(GenericFile<SftpRemoteFile> file) {
        var name = file.getFile().getFilename();
        var mark = mark(file);
        now.add(mark);
        if (!RemoteName.isUsable(name)) {
            return refuse(mark, "bad-name", "", "a name in the listing is not one of a file here: left where it is");
        }
        if (TemporaryName.is(name) || settle && !before.contains(mark)) {
            return false;
        }
        var last = failed.get(mark);
        return (last == null || !clock.instant().isBefore(last.again))
                && rate.take(partner.limits().perMinute());
    }

    private boolean refuse(String mark, String what, String name, String text) {
        if (alarmed.add(mark)) {
            alarm.raise(partner.id(), Wire.SFTP, what, name, text);
        }
        return false;
    }

    synchronized void notReceived(String mark) {
        var times = failed.containsKey(mark) ? failed.get(mark).times + 1 : 1;
        failed.put(mark, new Failed(times, clock.instant().plus(AGAIN.wait(times))));
    }
}
