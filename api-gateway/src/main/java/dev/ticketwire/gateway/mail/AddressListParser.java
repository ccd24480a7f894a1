package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes of an address header (RFC 5322 section 3.4), read in one pass from left to right. Each character belongs
 * to one token, so text in quotation marks, comments and encoded words is never taken for an address. Accepts semicolons for
 * commas, unquoted special characters in names, and brackets and quotation marks that are not closed.
 */
final class AddressListParser {
    private static final String SPECIAL = "\"(<>,;:";

    private final String text;
    private final QuoteIndex quotes;
    private final List<Address> found = new ArrayList<>();
    private final int lastSemicolon;
    private int at;

    // Tokens of the current mailbox.
    private final List<Item> items = new ArrayList<>();
    private String comment = "";
    private @Nullable String angle;
    private @Nullable String email; // in the angle brackets

    /** Whether comments that are opened from here on are never closed. */
    private boolean commentsEnd;

    /**
     * A piece of a name, or an address without brackets.
     *
     * @param plain neither quoted nor encoded
     * @param apart whether a blank stands before it
     */
    private record Item(String text, boolean plain, boolean apart) {}

    private AddressListParser(String text) {
        this.text = text;
        this.quotes = QuoteIndex.in(text);
        this.lastSemicolon = text.lastIndexOf(';');
    }

    /** @param value of the header with its encoded words; text that is no mailbox is ignored */
    static List<Address> of(String value) {
        List<Address> found = new AddressListParser(value).all();
        if (found.isEmpty() && value.contains("=?") && value.indexOf('<') < 0) {
            found = new AddressListParser(EncodedWords.decode(value)).all(); // the address was encoded with the name
        }
        return found;
    }

    private List<Address> all() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ':' -> colon();
                case ',', ';' -> {
                    end();
                    at++;
                }
                case '>' -> at++;
                default -> word();
            }
        }
        end();
        return found;
    }

    private void quoted() {
        int close = quotes.closing(at);
        if (close < 0) {
            at++;
            return;
        }
        boolean apart = apart();
        if (close + 1 < text.length() && text.charAt(close + 1) == '@') {
            int start = at;
            at = close + 1;
            items.add(new Item(text.substring(start, close + 1) + atom(), true, apart));
            return;
        }
        items.add(new Item(text.substring(at + 1, close).replaceAll("\\\\(.)", "$1"), false, apart));
        at = close + 1;
    }

    private void comment() {
        int depth = 0;
        for (int i = at; i < text.length() && !commentsEnd; i++) {
            char c = text.charAt(i);
            i += c == '\\' ? 1 : 0;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                comment = comment.isBlank() ? text.substring(at + 1, i) : comment;
                at = i + 1;
                return;
            }
        }
        commentsEnd = true;
        items.add(new Item("(", true, apart()));
        at++;
    }

    private void angle() {
        if (email != null) {
            end(); // the comma between two is missing
        }
        while (at < text.length() && text.charAt(at) == '<') {
            at++;
        }
        int end = quotes.bracket(at);
        if (end == text.length() || text.charAt(end) == '<') {
            end = firstOf(",;", at, end);
        }
        if (angle == null || angle.isBlank()) {
            angle = text.substring(at, end);
            email = MailAddress.of(angle);
        }
        at = end;
    }

    private int firstOf(String signs, int from, int to) {
        int i = from;
        while (i < to && signs.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** Ends the name of a group, which is dropped; elsewhere it is part of a name. */
    private void colon() {
        boolean scheme = items.size() == 1 && items.get(0).text.equalsIgnoreCase("mailto");
        if (scheme || (angle == null && lastSemicolon > at && !items.isEmpty())) {
            items.clear();
            comment = "";
        } else {
            items.add(new Item(":", true, apart()));
        }
        at++;
    }

    private void word() {
        if (Character.isWhitespace(text.charAt(at))) {
            at++;
            return;
        }
        boolean apart = apart();
        int encoded = EncodedWords.end(text, at);
        if (encoded > 0) {
            items.add(new Item(text.substring(at, encoded), false, apart));
            at = encoded;
            return;
        }
        String word = atom();
        Item last = items.isEmpty() ? null : items.get(items.size() - 1);
        boolean glued = last != null
                && last.plain
                && last.text.length() < MailAddress.LONGEST
                && (last.text.endsWith("@")
                        || word.startsWith("@")
                        || (last.text.contains("@") && last.text.endsWith(".")));
        if (last != null && glued) {
            items.set(items.size() - 1, new Item(last.text + word, true, last.apart));
        } else {
            items.add(new Item(word, true, apart));
        }
    }

    private String atom() {
        int start = at;
        boolean literal = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            literal = c == '[' || (literal && c != ']');
            boolean ends = Character.isWhitespace(c) || (SPECIAL.indexOf(c) >= 0 && !(literal && c == ':'));
            if (at > start && (ends || EncodedWords.end(text, at) > 0)) {
                break;
            }
            at++;
        }
        return text.substring(start, at);
    }

    private boolean apart() {
        return at > 0 && Character.isWhitespace(text.charAt(at - 1));
    }

    private void end() {
        int bare = -1;
        for (int i = items.size() - 1; email == null && i >= 0; i--) {
            email = items.get(i).plain ? MailAddress.of(items.get(i).text) : null;
            bare = email == null ? -1 : i;
        }
        if (email != null) {
            found.add(new Address(name(bare), email));
        }
        items.clear();
        comment = "";
        angle = null;
        email = null;
    }

    /** @param address the item that is no part of it; -1 if none */
    private String name(int address) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            if (i != address) {
                name.append(items.get(i).apart && !name.isEmpty() ? " " : "").append(items.get(i).text);
            }
        }
        String chosen = name.isEmpty() ? comment.replaceAll("\\\\(.)", "$1") : name.toString();
        return TextDecoder.printable(EncodedWords.decode(chosen));
    }
}
