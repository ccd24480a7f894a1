package dev.ticketwire.setup.command;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * Prepares database and broker, by the settings in the environment. Exit status: 0 done, 1 failed, 2 wrong arguments.
 * An error is one message on standard error, without a stack trace.
 */
@Command(
        name = "setup",
        description = {
            "Prepares the help desk's database and the broker for Ticketwire's services.",
            "All commands can be run again: they only add what is missing.",
            "Several are run in the order given: setup migrate users.",
            ""
        },
        footer = {"", "Settings are read from the environment: see setup/README.md."},
        subcommandsRepeatable = true,
        subcommands = {
            AllCommand.class,
            MigrateCommand.class,
            UsersCommand.class,
            TopicsCommand.class,
            DemoCommand.class,
            HelpCommand.class
        })
public final class Main {
    private static final int USAGE_WIDTH = 120;
    /** Strongly referenced, so that its level stays: libraries report by exceptions. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() {}

    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(USAGE_WIDTH)
                .setExecutionExceptionHandler((e, line, result) -> {
                    line.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
