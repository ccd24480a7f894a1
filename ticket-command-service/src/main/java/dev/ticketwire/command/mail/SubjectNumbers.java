package dev.ticketwire.command.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ticket numbers that a mail's subject may name: {@code [#100234]}, or {@code #100234}, whatever stands before it. Only
 * {@code &#100234;} is a character. Number formats may have any sign in them, so {@code #IT/77.5} may be each of
 * {@code IT/77.5}, {@code IT/77} and {@code IT}.
 */
final class SubjectNumbers {
    private static final Pattern BRACKETED = Pattern.compile("\\[#([^]\\s]{1,20})]");

    /** Ends with neither punctuation nor a symbol. */
    private static final Pattern WORD = Pattern.compile("[\\p{P}\\p{S}]{0,19}[^\\p{C}\\p{Z}\\p{P}\\p{S}]{1,20}");
    /** What names more is no answer to any of them. */
    private static final int MOST = 5;

    private static final int LONGEST = 20;

    private SubjectNumbers() {}

    /** In the order of the subject, of each the longest first. */
    static List<String> in(String subject) {
        Set<String> numbers = new LinkedHashSet<>();
        int at = subject.indexOf('#');
        for (int named = 0; at >= 0 && named < MOST; at = subject.indexOf('#', at + 1)) {
            List<String> here = at(subject, at);
            named += here.isEmpty() ? 0 : 1;
            numbers.addAll(here);
        }
        return List.copyOf(numbers);
    }

    private static List<String> at(String subject, int sharp) {
        Matcher bracketed = BRACKETED.matcher(subject);
        if (sharp > 0 && bracketed.find(sharp - 1) && bracketed.start() == sharp - 1) {
            return List.of(bracketed.group(1));
        }
        List<String> numbers = new ArrayList<>();
        if (sharp == 0 || subject.charAt(sharp - 1) != '&') {
            Matcher word = WORD.matcher(subject);
            int end = sharp + 1;
            while (word.region(end, subject.length()).lookingAt() && word.end() - sharp <= LONGEST + 1) {
                end = word.end();
                numbers.add(0, subject.substring(sharp + 1, end));
            }
        }
        return numbers;
    }
}
