package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code docs/clients.md} are pieces of what {@link GeneratedClientsIT} compiles and runs. */
class ClientsPageTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?:\\(\\.\\./system-tests/([^)]+)\\):\n)?```(?:ts|java)\n((?s:.*?))```");

    static Stream<Arguments> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/clients.md")))
                .results()
                .map((MatchResult example) -> Arguments.of(example.group(1), example.group(2)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAPieceOfTheFileThatItLinks(@Nullable String file, String example) throws IOException {
        assertThat(file).as("the link before: %s", example).isNotNull().matches("src/client/.*\\.(ts|java)");
        assertThat(withoutIndentation(Files.readString(Path.of(file)))).contains(withoutIndentation(example));
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
