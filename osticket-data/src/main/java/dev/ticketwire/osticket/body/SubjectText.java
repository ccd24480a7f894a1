package dev.ticketwire.osticket.body;

import dev.ticketwire.osticket.html.HtmlBody;
import dev.ticketwire.osticket.text.HtmlEntities;
import dev.ticketwire.osticket.text.StoredText;
import dev.ticketwire.osticket.text.TagStripper;
import org.jspecify.annotations.Nullable;

/** A subject, in the two forms osTicket 1.18 stores: the answer of a text field and the title of a thread entry. */
public final class SubjectText {
    /** The error for a text that {@link #startsForbidden starts with a forbidden character}. */
    public static final String FORBIDDEN_START = "Content cannot start with the following characters: = - + @";

    private static final int TITLE_LENGTH = 255;

    private SubjectText() {}

    /**
     * The value of a text field: entities decoded once, tags stripped, not trimmed and not cut: {@code a <b>x</b>
     * &amp;amp; y} becomes {@code a x & y}.
     */
    public static String answer(String entered) {
        return StoredText.storable(TagStripper.of(HtmlEntities.decodeOnce(entered)));
    }

    /**
     * The title of a thread entry, at most 255 characters: cleaned as HTML, then stripped of tags, so that {@code &},
     * {@code <} and {@code >} are escaped and runs of blanks are one: {@code x & y} becomes {@code x &amp;amp; y}.
     *
     * @return null, meaning no title, if {@code entered} is empty
     */
    public static @Nullable String title(String entered) {
        if (entered.isEmpty()) {
            return null;
        }
        String clean = HtmlBody.cleanLine(entered);
        return StoredText.cut(StoredText.storable(TagStripper.of(clean)), TITLE_LENGTH);
    }

    /**
     * Whether a spreadsheet could interpret {@code answer} as a formula: it starts with {@code =}, {@code -}, {@code @}
     * or {@code +}, unless only digits follow the plus sign.
     */
    public static boolean startsForbidden(String answer) {
        if (answer.isEmpty()) {
            return false;
        }
        return switch (answer.charAt(0)) {
            case '=', '-', '@' -> true;
            case '+' -> answer.length() == 1 || !answer.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
            default -> false;
        };
    }
}
