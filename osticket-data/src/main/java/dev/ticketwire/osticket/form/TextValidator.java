package dev.ticketwire.osticket.form;

import dev.ticketwire.osticket.body.SubjectText;
import dev.ticketwire.osticket.format.PhpNumber;
import dev.ticketwire.osticket.person.EmailAddress;
import dev.ticketwire.osticket.person.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Validates a text field by its setting {@code validator}; without one, refuses spreadsheet formulas. */
final class TextValidator {
    private static final Pattern IP = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private TextValidator() {}

    /** @return empty if {@code value} is valid; else the field's own error text, or osTicket's */
    static String error(String value, FieldConfiguration configuration) {
        String error = switch (configuration.text("validator")) {
            case "", "formula" -> SubjectText.startsForbidden(value) ? SubjectText.FORBIDDEN_START : "";
            case "email" -> EmailAddress.isValid(value) ? "" : "Enter a valid email address";
            case "phone" -> PhoneNumber.isText(value) ? "" : "Enter a valid phone number";
            case "ip" -> IP.matcher(value).matches() ? "" : "Enter a valid IP address";
            case "number" -> PhpNumber.isNumeric(value) ? "" : "Enter a number";
            case "regex" -> matches(value, configuration.text("regex")) ? "" : "Value does not match required pattern";
            default -> "";
        };
        String own = configuration.text("validator-error");
        return error.isEmpty() || own.isEmpty() ? error : own;
    }

    /** Matches a PHP pattern with delimiters and flags; a pattern that Java cannot compile matches everything. */
    private static boolean matches(String value, String delimited) {
        int end = delimited.length() < 2 ? -1 : delimited.lastIndexOf(delimited.charAt(0));
        if (end < 1) {
            return true;
        }
        int flags = delimited.indexOf('i', end) < 0 ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        try {
            Matcher matcher =
                    Pattern.compile(delimited.substring(1, end), flags).matcher(value);
            return matcher.find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }
}
