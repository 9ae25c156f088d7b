package org.customsgateway.console;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 done with something to look at, 2 wrong usage, 3 a fault of the gateway's own. */
@Command(
        name = "gateway",
        description =
                "The customs gateway: items of posts, carriers and platforms in, declarations to customs, statuses back.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Commands implements Runnable {

    /** Done, and there is something to look at: problems, parked entries, alarms, a benchmark under its bar. */
    public static final int LOOK = 1;

    /** The gateway's own fault. */
    public static final int FAULT = 3;

    @Spec
    private CommandSpec spec;

    private Commands() {}

    /** Runs one command line. */
    public static int run(Works works, PrintWriter out, PrintWriter err, String... args) {
        return line(works).setOut(out).setErr(err).execute(args);
    }

    static CommandLine line(Works works) {
        var line = new CommandLine(new Commands());
        line.addSubcommand(new RunCommand(works));
        line.addSubcommand(new DemoCommand(works));
        line.addSubcommand(new MapCommand(works));
        line.addSubcommand(new ShowCommand(works));
        line.addSubcommand(new AlarmsCommand(works));
        line.addSubcommand(new ParkedCommand(works));
        line.addSubcommand(new ResumeCommand(works));
        line.addSubcommand(new AccessCommand(works));
        line.addSubcommand(new PurgeCommand(works));
        line.addSubcommand(new TokenCommand());
        line.addSubcommand(new KeysCommand(works));
        line.addSubcommand(new As2Command(works));
        line.addSubcommand(new ReferenceCommand(works));
        line.addSubcommand(new ReportCommand(works, Clock.systemUTC()));
        line.addSubcommand(new SimulateCommand(works));
        line.addSubcommand(new BenchCommand());
        line.addSubcommand(new SoakCommand());
        line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(oneLine());
        line.setExecutionExceptionHandler(ownFault());
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static IParameterExceptionHandler oneLine() {
        return (fault, args) -> {
            var command = fault.getCommandLine().getCommandSpec().qualifiedName();
            fault.getCommandLine()
                    .getErr()
                    .println(command + ": " + fault.getMessage().strip().replaceAll("\\R+", " ") + ". Try '" + command
                            + " --help'.");
            return CommandLine.ExitCode.USAGE;
        };
    }

    private static IExecutionExceptionHandler ownFault() {
        return (fault, line, parsed) -> {
            var text = fault.getMessage() == null ? fault.toString() : fault.getMessage();
            line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + text);
            return FAULT;
        };
    }
}
