package dev.ticketwire.seed;

import dev.ticketwire.quickstart.infrastructure.Database;
import dev.ticketwire.quickstart.launch.Console;
import dev.ticketwire.quickstart.launch.HelpDeskAccess;
import dev.ticketwire.quickstart.launch.Main;
import dev.ticketwire.quickstart.launch.SuiteHome;
import dev.ticketwire.quickstart.launch.UpOptions;
import dev.ticketwire.quickstart.launch.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code ./ticketwire seed --tickets N}: fills a help desk with synthetic tickets. */
public final class SeedCommand {
    private static final String OPTION = "--tickets";
    private static final int MOST = 5_000_000;

    private SeedCommand() {}

    public static void main(String[] arguments) throws Exception {
        Main.run(
                (command, rest) -> run(SuiteHome.ofThisRun(), tickets(rest), UpOptions.parse(others(rest))), arguments);
    }

    /** @throws UserError if the number of tickets is missing, or cannot be had */
    static int tickets(List<String> arguments) {
        int at = arguments.indexOf(OPTION);
        String text = at < 0 || at + 1 == arguments.size() ? "" : arguments.get(at + 1);
        int tickets = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (tickets < 1 || tickets > MOST) {
            throw new UserError("--tickets must be a number from 1 to 5000000: how many there shall be in the end.");
        }
        return tickets;
    }

    /** The arguments that other commands know too. */
    static List<String> others(List<String> arguments) {
        int at = arguments.indexOf(OPTION);
        List<String> others = new ArrayList<>(arguments);
        others.subList(at, at + 2).clear();
        return others;
    }

    static void run(SuiteHome home, int tickets, UpOptions options) throws IOException {
        Console console = new Console(home.log("launcher"));
        boolean isOurs = options.database() == null;
        new HelpDeskAccess(home, console).work(options, database -> fill(database, isOurs, tickets, console));
    }

    private static void fill(Database database, boolean isOurs, int tickets, Console console) {
        console.say("Filling " + database.url() + " up to " + "%,d".formatted(tickets)
                + " tickets. Ctrl-C stops between two; run again, it goes on …");
        long begin = System.nanoTime();
        int added = new HelpDeskSeeder(database, isOurs, console::say).fill(tickets);
        console.say(
                added == 0
                        ? "There are as many already."
                        : "%,d tickets added in %.0f s.".formatted(added, (System.nanoTime() - begin) / 1e9));
    }
}
