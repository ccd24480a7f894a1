package dev.ticketwire.osticket.check;

import java.util.List;

/**
 * The findings of a check, as sentences for an operator.
 *
 * @param problems if there is one, the database must not be used; in the order in which they are best fixed
 * @param warnings do not prevent the use
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

    /** All problems as a bulleted list. */
    public String asList() {
        return list(problems);
    }

    /** All warnings as a bulleted list. */
    public String warningsAsList() {
        return list(warnings);
    }

    private static String list(List<String> sentences) {
        return String.join(
                "\n",
                sentences.stream().map(s -> "- " + s.replace("\n", "\n  ")).toList());
    }
}
