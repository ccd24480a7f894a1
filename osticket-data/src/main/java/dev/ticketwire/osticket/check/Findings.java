package dev.ticketwire.osticket.check;

import java.util.List;

/**
 * What a check found, as sentences for an operator.
 *
 * @param problems with any of them the database must not be used; in the order in which they are best mended
 * @param warnings worth knowing, and no reason to stop
 */
public record Findings(List<String> problems, List<String> warnings) {
    public Findings {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Whether the database can be used. */
    public boolean isUsable() {
        return problems.isEmpty();
    }

    /** All problems as a list, a bullet each. */
    public String asList() {
        return list(problems);
    }

    /** All warnings as a list, a bullet each. */
    public String warningsAsList() {
        return list(warnings);
    }

    private static String list(List<String> sentences) {
        return String.join(
                "\n",
                sentences.stream().map(s -> "- " + s.replace("\n", "\n  ")).toList());
    }
}
