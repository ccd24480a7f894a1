package dev.ticketwire.quickstart.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The launcher behind the script {@code ./ticketwire}. */
@Command(
        name = "./ticketwire",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            MigrateCommand.class,
            DeadLettersCommand.class,
            MailsCommand.class,
            WatchCommand.class,
            EventsCommand.class,
            HelpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandRunner.run(new Main(), arguments));
    }
}
