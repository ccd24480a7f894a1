package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

class CommandRunnerTest {
    private final StringWriter said = new StringWriter();

    @Test
    void aCommandThatFailsEndsWithStatusOneAndItsMessageAlone() {
        assertThat(run("fail")).isEqualTo(1);
        assertThat(said.toString()).isEqualToIgnoringNewLines("There is no help desk.");
    }

    @Test
    void anUnknownOptionEndsWithStatusTwoAndIsNamedBeforeThoseThatThereAre() {
        assertThat(run("fail", "--no-such")).isEqualTo(2);
        assertThat(said.toString()).startsWith("Unknown option: '--no-such'").contains("--known");
    }

    @Test
    void anUnknownCommandEndsWithStatusTwoAndIsNamed() {
        assertThat(run("no-such")).isEqualTo(2);
        assertThat(said.toString()).startsWith("Unmatched argument at index 0: 'no-such'");
    }

    @Test
    void helpOfACommandListsItsOptions() {
        assertThat(run("help", "fail")).isZero();
        assertThat(said.toString()).contains("Usage: program fail", "--known");
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine line = CommandRunner.commandLine(new Program(), Path.of("").toAbsolutePath());
        return line.setOut(writer).setErr(writer).execute(arguments);
    }

    @Command(
            name = "program",
            subcommands = {Fail.class, HelpCommand.class})
    private static final class Program {}

    @Command(name = "fail")
    private static final class Fail implements Callable<Integer> {
        @Option(names = "--known")
        private boolean known;

        @Override
        public Integer call() {
            throw new UserError("There is no help desk.");
        }
    }
}
