package org.customsgateway.console;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.customsgateway.connector.Token;
import org.customsgateway.message.PartnerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a bearer token for a partner that comes over HTTPS. It is shown once and kept nowhere. */
@Command(
        name = "token",
        description = "Make a token for a partner of the HTTPS listener.",
        footer = {
            "",
            "Prints the token, for the partner alone, and the line for the partner file, which does not lead to it.",
            "To change over: add the new line, tell the partner the new token, remove the old line when it is not used any more."
        })
final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PARTNER", description = "The partner's id: the name of its file, without .yaml.")
    private String partner;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "365",
            description = "How long it is valid (default: ${DEFAULT-VALUE}).")
    private int days;

    @Override
    public Integer call() {
        if (days < 1 || days > 3650) {
            throw new ParameterException(spec.commandLine(), "--days must be from 1 to 3650");
        }
        try {
            new PartnerId(partner);
        } catch (IllegalArgumentException notAnId) {
            throw new ParameterException(spec.commandLine(), notAnId.getMessage(), notAnId);
        }
        var now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        var secret = Token.make(new SecureRandom());
        var out = spec.commandLine().getOut();
        out.println("token: " + secret);
        out.println("in connectors/partners/" + partner + ".yaml, under wires: https: tokens:");
        out.println("  - \"" + Token.of(secret, now, Duration.ofDays(days)) + "\"");
        out.flush();
        return 0;
    }
}
