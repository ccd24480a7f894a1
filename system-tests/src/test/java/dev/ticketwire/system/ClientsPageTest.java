package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code docs/clients.md} are pieces of what {@link GeneratedClientsIT} compiles and runs. */
class ClientsPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```(?:ts|java)\n(.*?)```");

    static Stream<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/clients.md")))
                .results()
                .map((MatchResult example) -> example.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAPieceOfWhatIsRun(String example) throws IOException {
        assertThat(withoutIndentation(scenarios())).contains(withoutIndentation(example));
    }

    private static String scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/client"))) {
            return files.filter(file -> file.toString().matches(".*/scenarios/.*\\.ts|.*\\.java"))
                    .map(ClientsPageTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
