package org.customsgateway.console;

import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws Exception {
        var built = new Properties();
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            built.load(in);
        }
        return new String[] {
            "customs gateway " + built.getProperty("version"),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
