package dev.ticketwire.quickstart.launch;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes variables for a POSIX shell. */
final class EnvironmentFile {
    private EnvironmentFile() {}

    /**
     * @return one assignment per line, in the order of {@code variables}; values are quoted, so that nothing in them is
     *     executed
     */
    static String text(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "='" + variable.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
    }
}
