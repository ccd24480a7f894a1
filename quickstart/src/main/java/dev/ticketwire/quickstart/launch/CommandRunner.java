package dev.ticketwire.quickstart.launch;

import dev.ticketwire.setup.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a picocli command. Exit status: 0 done, 1 failed, 2 wrong arguments. An error is one message on standard error,
 * without a stack trace.
 */
public final class CommandRunner {
    private static final int USAGE_WIDTH = 120;
    /** Strongly referenced, so that its level stays. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private CommandRunner() {}

    /**
     * Relative file names start from the user's working folder, {@code ticketwire.from}.
     *
     * @return the exit status
     */
    public static int run(Object command, String... arguments) {
        LIBRARIES.setLevel(Level.WARNING);
        Path folder = Path.of(System.getProperty("ticketwire.from", "")).toAbsolutePath();
        return commandLine(command, folder).execute(arguments);
    }

    /** @param folder from which relative file names start */
    static CommandLine commandLine(Object command, Path folder) {
        return new CommandLine(command)
                .registerConverter(Path.class, text -> readable(folder.resolve(text)))
                .registerConverter(Database.class, explaining(DatabaseUrl::parse))
                .registerConverter(ListenAddress.class, explaining(ListenAddress::parse))
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setParameterExceptionHandler((e, arguments) -> refuse(e))
                .setExecutionExceptionHandler((e, line, result) -> fail(line, e));
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new TypeConversionException("there is no readable file " + file);
        }
        return file;
    }

    /** picocli prints the value, including its password, unless the exception is one of picocli's own. */
    private static <T> ITypeConverter<T> explaining(ITypeConverter<T> converter) {
        return text -> {
            try {
                return converter.convert(text);
            } catch (UserError e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int refuse(ParameterException e) {
        CommandLine line = e.getCommandLine();
        line.getErr().println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println();
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(CommandLine line, Exception e) {
        line.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
