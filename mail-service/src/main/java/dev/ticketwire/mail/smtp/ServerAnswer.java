package dev.ticketwire.mail.smtp;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers of servers as operators see them: one line, no addresses. */
final class ServerAnswer {
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>]*@[^\\s<>]*>?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int LONGEST = 200;

    private ServerAnswer() {}

    static String shown(@Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            return "no answer";
        }
        String line = BLANKS.matcher(ADDRESS.matcher(answer).replaceAll("<…>"))
                .replaceAll(" ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
