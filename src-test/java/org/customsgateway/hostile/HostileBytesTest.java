package org.customsgateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.customsgateway.mapping.Limits;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.MappingInputs;
import org.customsgateway.mapping.Scan;
import org.customsgateway.mapping.Shipped;
import org.customsgateway.message.FormatId;
import org.customsgateway.message.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the readers make of hostile bytes, without any wire. */
class HostileBytesTest {

    private static final List<FormatId> FORMATS =
            Site.FORMATS.stream().map(FormatId::new).toList();

    private static Set<String> rules(InputStream bytes, Mapping mapping, Limits limits, InputStream again)
            throws IOException {
        var rules = new TreeSet<String>();
        Scan scan = mapping.scan(bytes, limits);
        scan.problems().stream().map(Problem::rule).forEach(rules::add);
        scan.messages().values().forEach(of -> of.stream().map(Problem::rule).forEach(rules::add));
        if (!scan.refused()) {
            var inputs = new MappingInputs("ic-1", "post-a", Instant.EPOCH);
            mapping.read(
                    again,
                    scan,
                    inputs,
                    item -> item.problems().stream().map(Problem::rule).forEach(rules::add));
        }
        return rules;
    }

    @ParameterizedTest
    @EnumSource
    void each_is_refused_by_its_rule(Attack attack) throws IOException {
        var formats = Shipped.formats();
        Optional<FormatId> format = formats.recognise(new ByteArrayInputStream(attack.bytes()), FORMATS);
        if (format.isEmpty()) {
            assertThat(attack.rule()).isEqualTo("FORMAT-UNKNOWN");
            return;
        }
        Set<String> rules = rules(
                new ByteArrayInputStream(attack.bytes()),
                formats.current(format.get()),
                Limits.DEFAULT,
                new ByteArrayInputStream(attack.bytes()));
        assertThat(rules).as("%s", format.get()).contains(attack.rule());
    }

    /**
     * One line, made up while it is read, costs the memory of a few of its pieces. A reader that goes on behind it, to tell all
     * faults at once, gets a shorter one: a gigabyte takes it five seconds and no more memory.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            upu-itmatt       | 1024 | <Itmatt xmlns="urn:customsgateway:upu:postal:1"><MessageReference>       | XML-LIMIT
            platform-order-1 | 1024 | {"orderNo": "                                                           | JSON-LIMIT
            platform-order-1 | 1024 | {"orderNo": 1                                                           | JSON-LIMIT
            un-cuscar-d95b   | 128  | UNB+UNOC:3+A+B+261120:0915+1'UNH+1+CUSCAR:D:95B:UN'BGM+785+M-1+9'NAD+MS+ | EDIFACT-LIMIT
            cargo-fhl        | 256  | FHL/5~MBI/                                                              | CIMP-LINE-LENGTH
            """)
    void an_endless_line_is_refused_in_little_memory(String format, int megabytes, String begin, String rule)
            throws IOException {
        Mapping mapping = Shipped.mapping(format);
        byte[] head = begin.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII);
        long before = allocated();
        assertThat(rules(line(head, megabytes), mapping, Limits.DEFAULT, line(head, megabytes)))
                .contains(rule);
        assertThat(allocated() - before).isLessThan(32L << 20);
    }

    private static InputStream line(byte[] head, long megabytes) {
        return new EndlessLine(head, megabytes << 20);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
