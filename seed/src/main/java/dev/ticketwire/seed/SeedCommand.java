package dev.ticketwire.seed;

import dev.ticketwire.quickstart.launch.CommandRunner;
import dev.ticketwire.quickstart.launch.DatabaseOption;
import dev.ticketwire.quickstart.launch.HelpDeskAccess;
import dev.ticketwire.quickstart.launch.LauncherConsole;
import dev.ticketwire.quickstart.launch.NumberConverter;
import dev.ticketwire.setup.database.Database;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./ticketwire seed --tickets N}. */
@Command(
        name = "./ticketwire seed",
        description = {
            "Fill the help desk with synthetic tickets, to try out many. The suite may be running or not.",
            "Ctrl-C stops it; the same command continues."
        })
public final class SeedCommand implements Callable<Integer> {
    @Option(
            names = "--tickets",
            paramLabel = "N",
            required = true,
            converter = TicketsConverter.class,
            description = "How many tickets the help desk has in the end, 1 to 5000000.")
    private int tickets;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    @SuppressWarnings("unused") // Handled by picocli.
    private boolean help;

    private SeedCommand() {}

    public static void main(String[] arguments) {
        System.exit(CommandRunner.run(new SeedCommand(), arguments));
    }

    @Override
    public Integer call() throws IOException {
        HelpDeskAccess.work(database.value(), this::fill);
        return 0;
    }

    private void fill(Database helpDesk, LauncherConsole console) {
        console.say("Filling %s up to %,d tickets. Ctrl-C stops it; the same command continues …"
                .formatted(helpDesk.url(), tickets));
        long begin = System.nanoTime();
        boolean isEmbedded = database.value() == null;
        int added = new HelpDeskSeeder(helpDesk, isEmbedded, console::say).fill(tickets);
        console.say(
                added == 0
                        ? "There are as many already."
                        : "%,d tickets added in %.0f s.".formatted(added, (System.nanoTime() - begin) / 1e9));
    }

    private static final class TicketsConverter extends NumberConverter {
        TicketsConverter() {
            super(1, 5_000_000);
        }
    }
}
