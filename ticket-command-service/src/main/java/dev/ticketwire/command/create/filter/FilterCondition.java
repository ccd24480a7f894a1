package dev.ticketwire.command.create.filter;

import dev.ticketwire.osticket.schema.FilterRule;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One rule of a filter.
 *
 * @param what the name of the value it compares, e.g. {@code email} or {@code field.20}
 */
record FilterCondition(String what, Predicate<String> test) {

    static FilterCondition of(FilterRule rule) {
        return new FilterCondition(rule.what, test(rule.how, rule.value));
    }

    /** @param values by name; a missing one is empty */
    boolean holds(Function<String, String> values) {
        return test.test(values.apply(what));
    }

    private static Predicate<String> test(String how, String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (how) {
            case "equal" -> text -> text.equalsIgnoreCase(value);
            case "not_equal" -> text -> !text.equalsIgnoreCase(value);
            case "contains" -> text -> text.toLowerCase(Locale.ROOT).contains(wanted);
            case "dn_contain" -> text -> !text.toLowerCase(Locale.ROOT).contains(wanted);
            case "starts" -> text -> text.toLowerCase(Locale.ROOT).startsWith(wanted);
            case "ends" -> text -> text.toLowerCase(Locale.ROOT).endsWith(wanted);
            case "match" -> pattern(value);
            case "not_match" -> pattern(value).negate();
            default -> text -> false;
        };
    }

    /** A regular expression as PHP writes it, {@code /…/i}. One that cannot be read matches nothing. */
    private static Predicate<String> pattern(String written) {
        String trimmed = written.strip();
        if (trimmed.length() < 2) {
            return text -> false;
        }
        char open = trimmed.charAt(0);
        int end = trimmed.lastIndexOf(closing(open));
        if (Character.isLetterOrDigit(open) || open == '\\' || end < 1) {
            return text -> false;
        }
        try {
            Pattern pattern = Pattern.compile(trimmed.substring(1, end), flags(trimmed.substring(end + 1)));
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            return text -> false;
        }
    }

    /** The delimiter that ends a PHP pattern. */
    private static char closing(char open) {
        return switch (open) {
            case '(' -> ')';
            case '[' -> ']';
            case '{' -> '}';
            case '<' -> '>';
            default -> open;
        };
    }

    private static int flags(String modifiers) {
        int flags = 0;
        for (char modifier : modifiers.toCharArray()) {
            flags |= switch (modifier) {
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'x' -> Pattern.COMMENTS;
                default -> 0;
            };
        }
        return flags;
    }
}
