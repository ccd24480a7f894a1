package dev.ticketwire.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParseResult;

class MainTest {

    /** An image without a shell has no other way to run two of them. */
    @Test
    void severalCommandsAreTakenInTheOrderGiven() {
        ParseResult given = Main.commandLine().parseArgs("migrate", "--without-indexes", "users");

        assertThat(given.subcommands())
                .extracting(command -> command.commandSpec().name())
                .containsExactly("migrate", "users");
    }
}
