package org.customsgateway;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.customsgateway.connector.KeepPolicy;
import org.customsgateway.connector.Secret;
import org.customsgateway.journal.DataKeys;
import org.customsgateway.message.Purpose;

/**
 * What one gateway is started with: {@code routes/application.properties}, then the environment, then system properties.
 *
 * @param home holds the four drawers
 * @param values by key, as in {@code application.properties}
 */
public record GatewayConfig(Path home, Map<String, String> values) {

    public GatewayConfig {
        home = home.toAbsolutePath().normalize();
        values = Map.copyOf(values);
    }

    /** The drawers in {@code home} with the settings that belong to them. */
    public static GatewayConfig of(Path home) {
        Properties file = new Properties();
        Path path = home.resolve("routes/application.properties");
        try (Reader reader = Files.newBufferedReader(path)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        Map<String, String> values = new HashMap<>();
        for (String key : file.stringPropertyNames()) {
            String variable = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
            String fallback = variable != null ? variable : file.getProperty(key);
            values.put(key, System.getProperty(key, fallback).strip());
        }
        return new GatewayConfig(home, values);
    }

    /** The same with one value changed. */
    public GatewayConfig with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return new GatewayConfig(home, changed);
    }

    public Path mappings() {
        return home.resolve("mappings");
    }

    public Path xsd() {
        return home.resolve("xsd");
    }

    /** The folder of partner files. */
    public Path partners() {
        return home.resolve(text("gateway.partners"));
    }

    /** Relative paths in the settings lie under the home. */
    public Path data() {
        return home.resolve(text("gateway.data"));
    }

    public String node() {
        String name = text("gateway.node");
        if (!name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("routes/application.properties: " + key + " is missing");
        }
        return value;
    }

    /** A secret is kept elsewhere: {@code env:NAME}, {@code file:PATH} under the home. */
    public Secret reference(String key) {
        try {
            return Secret.reference(text(key), home, System::getenv);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    public String secret(String key) {
        return text(key).isEmpty() ? "" : reference(key).reveal();
    }

    /** How long is kept what a partner's file does not say otherwise of: {@code gateway.keep.<purpose>} in days, empty for ever. */
    public KeepPolicy keep() {
        Map<Purpose, Duration> times = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            String key = "gateway.keep." + purpose.word();
            if (!text(key).isEmpty()) {
                if (number(key) < 1) {
                    throw new IllegalArgumentException(key + " must be a day or more, or empty: for ever");
                }
                times.put(purpose, Duration.ofDays(number(key)));
            }
        }
        return new KeepPolicy(times);
    }

    /** What data at rest is sealed with. */
    public DataKeys dataKeys() {
        try {
            String keys = secret("gateway.data.key");
            return keys.isEmpty() ? DataKeys.NONE : DataKeys.parse(keys);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "gateway.data.key: " + e.getMessage().replaceFirst("^gateway.data.key: ", ""), e);
        }
    }

    /** The folder of the back-ends' files. */
    public Path backEnds() {
        return home.resolve(text("gateway.backends"));
    }

    public int number(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " must be a whole number, not '" + text(key) + "'", e);
        }
    }

    /** A time that something may take: a second at least, because 0 is for ever to some and never to others. */
    public Duration seconds(String key) {
        if (number(key) < 1) {
            throw new IllegalArgumentException(key + " must be a number of seconds from 1 on, not '" + text(key) + "'");
        }
        return Duration.ofSeconds(number(key));
    }
}
