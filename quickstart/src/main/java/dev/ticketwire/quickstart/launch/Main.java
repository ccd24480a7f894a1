package dev.ticketwire.quickstart.launch;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The launcher behind the script {@code ./ticketwire}. Exit status: 0 good, 1 not, 2 asked for something unknown. */
public final class Main {
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        run(Main::run, arguments);
    }

    /** One command of a program of ours. */
    @FunctionalInterface
    public interface Command {
        void run(String name, List<String> arguments) throws Exception;
    }

    /** Runs it; what the user can act on ends the program with status 1 and a sentence. */
    public static void run(Command command, String[] arguments) throws Exception {
        LIBRARIES.setLevel(Level.WARNING);
        try {
            command.run(
                    arguments.length == 0 ? "" : arguments[0],
                    List.of(arguments).stream().skip(1).toList());
        } catch (UserError e) {
            fail(e.getMessage());
        } catch (RuntimeException e) {
            fail(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static void run(String command, List<String> arguments) throws Exception {
        SuiteHome home = SuiteHome.ofThisRun();
        switch (command) {
            case "up" -> new UpCommand(home, UpOptions.parse(arguments)).run();
            case "down" -> DownCommand.run(home);
            case "migrate" -> MigrateCommand.run(home, UpOptions.parse(arguments));
            case "dead-letters" -> DeadLettersCommand.run(home, arguments);
            case "status" -> System.exit(new StatusCommand(home).print() ? 0 : 1);
            default -> System.exit(2);
        }
    }

    private static void fail(@org.jspecify.annotations.Nullable String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
