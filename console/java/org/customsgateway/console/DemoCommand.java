package org.customsgateway.console;

import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.customsgateway.console.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way: a post drops files, customs answers, the post collects replies. */
@Command(
        name = "demo",
        description = "Start everything embedded, play a post and the back-ends, and show what happens.",
        footer = {"", "Exit code 0 when everything came as expected, 1 when something did not."})
final class DemoCommand implements Callable<Integer> {

    private final Works works;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InstallationOptions installation;

    @Option(names = "--keep", description = "Stay up afterwards, until Ctrl-C.")
    private boolean keep;

    DemoCommand(Works works) {
        this.works = works;
    }

    @Override
    public Integer call() throws Exception {
        var named = installation.namesData();
        var settings = installation.settings(named ? null : Files.createTempDirectory("gateway-demo-"));
        var out = spec.commandLine().getOut();
        var demo = new Demo(works, out, colour(), settings.home(), settings.data(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "stop"));
        return demo.run(settings.properties(), keep) ? 0 : Commands.LOOK;
    }

    /** For a person at a terminal, as the launcher sees it, who has not said no (no-color.org). */
    private static boolean colour() {
        return System.console() != null && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    }
}
