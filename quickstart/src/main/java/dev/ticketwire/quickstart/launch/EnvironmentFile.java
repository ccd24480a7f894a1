package dev.ticketwire.quickstart.launch;

import java.util.Map;
import java.util.stream.Collectors;

/** Variables as a POSIX shell sources them. */
final class EnvironmentFile {
    private EnvironmentFile() {}

    /**
     * @return one assignment a line, in the order of {@code variables}; values are quoted so that nothing in them is
     *     run
     */
    static String text(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "='" + variable.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
    }
}
