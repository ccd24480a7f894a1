package dev.ticketwire.command.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds ticket numbers in the subject of a mail: {@code [#100234]}, or {@code #100234} behind any text except {@code
 * &}, since {@code &#100234;} is a character. Number formats may contain any character, so {@code #IT/77.5} may be each
 * of {@code IT/77.5}, {@code IT/77} and {@code IT}.
 */
final class SubjectNumbers {
    private static final Pattern BRACKETED = Pattern.compile("\\[#([^]\\s]{1,20})]");

    /** Ends with neither punctuation nor a symbol. */
    private static final Pattern WORD = Pattern.compile("[\\p{P}\\p{S}]{0,19}[^\\p{C}\\p{Z}\\p{P}\\p{S}]{1,20}");
    /** A subject with more numbers is a reply to none of them. */
    private static final int MOST = 5;

    private static final int LONGEST = 20;

    private SubjectNumbers() {}

    /** In the order of the subject, the longest candidate of each number first. */
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
        return sharp > 0 && subject.charAt(sharp - 1) == '&' ? List.of() : words(subject, sharp);
    }

    private static List<String> words(String subject, int sharp) {
        List<String> numbers = new ArrayList<>();
        Matcher word = WORD.matcher(subject);
        int end = sharp + 1;
        while (word.region(end, subject.length()).lookingAt() && word.end() - sharp <= LONGEST + 1) {
            end = word.end();
            numbers.addFirst(subject.substring(sharp + 1, end));
        }
        return numbers;
    }
}
