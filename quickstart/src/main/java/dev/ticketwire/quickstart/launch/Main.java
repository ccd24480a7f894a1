package dev.ticketwire.quickstart.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The launcher behind the script {@code ./ticketwire}. Exit status: 0 good, 1 not, 2 asked for something unknown. */
public final class Main {
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        LIBRARIES.setLevel(Level.WARNING);
        try {
            run(
                    arguments.length == 0 ? "" : arguments[0],
                    List.of(arguments).stream().skip(1).toList());
        } catch (Problem e) {
            fail(e.getMessage());
        } catch (RuntimeException e) {
            fail(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static void run(String command, List<String> arguments) throws Exception {
        Home home = Home.ofThisRun();
        switch (command) {
            case "up" -> new Up(home, options(arguments)).run();
            case "down" -> Down.run(home);
            case "migrate" -> Migrate.run(home, options(arguments));
            case "seed" -> {
                int tickets = SeedTickets.tickets(arguments);
                SeedTickets.run(home, tickets, options(SeedTickets.others(arguments)));
            }
            case "dead-letters" -> DeadLetters.run(home, arguments);
            case "status" -> System.exit(new Status(home).print() ? 0 : 1);
            default -> System.exit(2);
        }
    }

    private static Options options(List<String> arguments) {
        return Options.parse(
                arguments, Path.of(System.getProperty("ticketwire.from", "")).toAbsolutePath());
    }

    private static void fail(@org.jspecify.annotations.Nullable String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
