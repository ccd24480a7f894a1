package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Database;
import dev.ticketwire.quickstart.infrastructure.Migration.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} and {@code migrate} were asked for.
 *
 * @param dump help desk to load instead of the demo; null: the demo
 * @param database existing database to use instead of the embedded one; null: the embedded one
 * @param fresh whether to forget what the last run left
 * @param port of the gateway
 * @param listen address of the gateway
 * @param indexes whether the migration builds them
 */
public record UpOptions(
        @Nullable Path dump,
        @Nullable Database database,
        boolean fresh,
        int port,
        ListenAddress listen,
        Indexes indexes) {
    static final int DEFAULT_PORT = 8080;

    /** @throws UserError if an option is unknown or its value cannot be used */
    public static UpOptions parse(List<String> arguments) {
        return parse(
                arguments, Path.of(System.getProperty("ticketwire.from", "")).toAbsolutePath());
    }

    /**
     * @param folder where the user stands: relative file names begin there
     * @throws UserError if an option is unknown or its value cannot be used
     */
    static UpOptions parse(List<String> arguments, Path folder) {
        Path dump = null;
        Database database = null;
        boolean fresh = false;
        int port = DEFAULT_PORT;
        ListenAddress listen = ListenAddress.USUAL;
        Indexes indexes = Indexes.BUILT;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--dump" -> dump = readable(folder.resolve(value(option, rest)));
                case "--database" -> database = DatabaseUrl.parse(value(option, rest));
                case "--port" -> port = port(value(option, rest));
                case "--listen" -> listen = ListenAddress.parse(value(option, rest));
                case "--fresh" -> fresh = true;
                case "--without-indexes" -> indexes = Indexes.LEFT_OUT;
                default -> throw new UserError("Unknown option " + option + "; ./ticketwire help lists them.");
            }
        }
        if (dump != null && database != null) {
            throw new UserError("--dump loads into the embedded database; it cannot be used together with --database.");
        }
        return new UpOptions(dump, database, fresh, port, listen, indexes);
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.pollFirst();
        if (value == null) {
            throw new UserError(option + " needs a value; ./ticketwire help says which.");
        }
        return value;
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UserError("There is no readable file " + file + ".");
        }
        return file;
    }

    /** The management port lies 1000 above. */
    private static int port(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 64_535) {
                return port;
            }
        }
        throw new UserError("--port must be a number from 1 to 64535, since the management port lies 1000 above it.");
    }
}
