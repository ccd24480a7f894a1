package dev.ticketwire.osticket.body;

import java.util.Locale;
import java.util.Optional;

/** The format of a thread entry's body; {@link #label()} is the value of osTicket's {@code thread_entry.format}. */
public enum BodyFormat {
    HTML("html"),
    TEXT("text"),
    MARKDOWN("markdown");

    private final String label;

    BodyFormat(String label) {
        this.label = label;
    }

    /** {@code html}, {@code text} or {@code markdown}. */
    public String label() {
        return label;
    }

    /**
     * The format that a caller names: {@code markdown}, {@code md}, {@code html}, {@code text}, {@code plain} or {@code
     * txt}, in any case and with blanks around it.
     *
     * @return empty if {@code word} is none of them
     */
    public static Optional<BodyFormat> parse(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "markdown", "md" -> Optional.of(MARKDOWN);
            case "html" -> Optional.of(HTML);
            case "text", "plain", "txt" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
