package dev.ticketwire.osticket.person;

import java.util.Locale;

/** Validates, stores and displays telephone numbers as osTicket 1.18 does. An extension follows an {@code X}. */
public final class PhoneNumber {
    private PhoneNumber() {}

    /**
     * Whether a text field for telephone numbers accepts {@code entered}: 7–16 digits, ignoring brackets, hyphens,
     * dots, plus signs, blanks and an extension.
     */
    public static boolean isText(String entered) {
        String number = withExtension(entered)[0];
        int digits = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if ("()-.+ ".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= 7 && digits <= 16;
    }

    /**
     * Whether a telephone field accepts {@code entered}: its {@link #stored} form has at least {@code fewestDigits}
     * digits before the extension. Notation and length do not matter.
     */
    public static boolean isValid(String entered, int fewestDigits) {
        String number = withExtension(stored(entered))[0];
        return !number.isEmpty()
                && number.length() >= fewestDigits
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Digits and {@code X} only, e.g. {@code 5551234567X12}; {@code entered} itself if nothing would remain. */
    public static String stored(String entered) {
        StringBuilder kept = new StringBuilder();
        entered.chars().filter(c -> c == 'X' || c >= '0' && c <= '9').forEach(c -> kept.append((char) c));
        return kept.isEmpty() ? entered : kept.toString();
    }

    /** {@code 555-1234}, {@code (555) 123-4567}, {@code (555) 123-4567 x12}; other lengths stay as stored. */
    public static String display(String stored) {
        String[] parts = withExtension(stored);
        String number = parts[0];
        boolean digits = number.chars().allMatch(c -> c >= '0' && c <= '9');
        String shown = switch (digits ? number.length() : 0) {
            case 7 -> number.substring(0, 3) + "-" + number.substring(3);
            case 10 -> "(" + number.substring(0, 3) + ") " + number.substring(3, 6) + "-" + number.substring(6);
            default -> number;
        };
        return parts[1].isEmpty() ? shown : shown + " x" + parts[1];
    }

    private static String[] withExtension(String number) {
        int at = number.toUpperCase(Locale.ROOT).indexOf('X');
        return at < 0 ? new String[] {number, ""} : new String[] {number.substring(0, at), number.substring(at + 1)};
    }
}
