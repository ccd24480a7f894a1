package dev.ticketwire.command.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ticket numbers that a mail's subject may name: {@code [#100234]}, or {@code #100234}, whatever stands before it. Only
 * {@code &#100234;} is a character.
 */
final class SubjectNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("\\[#([^]\\s]{1,20})]|(?<!&)#([0-9A-Za-z][0-9A-Za-z-]{0,19})");
    /** What names more is no answer to any of them. */
    private static final int MOST = 5;

    private SubjectNumbers() {}

    /** In the order of the subject. */
    static List<String> in(String subject) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(subject);
        while (matcher.find() && numbers.size() < MOST) {
            String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            numbers.add(number);
        }
        return numbers;
    }
}
