package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail.Address;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the mailboxes of an address header (RFC 5322 section 3.4) in one pass from left to right. Each character
 * belongs to one token, so text in quotation marks, comments and encoded words is never taken for an address. Accepts
 * semicolons for commas, unquoted special characters in names, and brackets and quotation marks that are not closed.
 */
final class AddressListParser {
    private static final String SPECIAL = "\"(<>,;:";

    private final String text;
    private final QuoteIndex quotes;
    private final int lastSemicolon;
    private final List<Address> found = new ArrayList<>();
    private final MailboxBuilder mailbox = new MailboxBuilder();
    private int at;

    /** Whether comments that are opened from here on are never closed. */
    private boolean commentsEnd;

    private AddressListParser(String text) {
        this.text = text;
        this.quotes = QuoteIndex.of(text);
        this.lastSemicolon = text.lastIndexOf(';');
    }

    /** @param value of the header with its encoded words; other text than mailboxes is ignored */
    static List<Address> parse(String value) {
        List<Address> found = new AddressListParser(value).parse();
        if (found.isEmpty() && value.contains("=?") && value.indexOf('<') < 0) {
            found = new AddressListParser(EncodedWords.decode(value)).parse(); // the address was encoded with the name
        }
        return found;
    }

    /** Without the backslashes of quoted pairs. */
    static String withoutEscapes(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private List<Address> parse() {
        while (at < text.length()) {
            token(text.charAt(at));
        }
        endMailbox();
        return found;
    }

    private void token(char first) {
        switch (first) {
            case '"' -> quoted();
            case '(' -> comment();
            case '<' -> angle();
            case ':' -> colon();
            case ',', ';' -> {
                endMailbox();
                at++;
            }
            case '>' -> at++;
            default -> word();
        }
    }

    private void quoted() {
        int close = quotes.closing(at);
        if (close < 0) {
            at++;
            return;
        }
        boolean apart = isApart();
        if (close + 1 < text.length() && text.charAt(close + 1) == '@') {
            String local = text.substring(at, close + 1);
            at = close + 1;
            mailbox.addPlain(local + atom(), apart);
            return;
        }
        mailbox.addQuoted(withoutEscapes(text.substring(at + 1, close)), apart);
        at = close + 1;
    }

    private void comment() {
        int close = commentsEnd ? -1 : endOfComment();
        if (close >= 0) {
            mailbox.addComment(text.substring(at + 1, close));
            at = close + 1;
            return;
        }
        commentsEnd = true;
        mailbox.addPlain("(", isApart());
        at++;
    }

    /** Index of the parenthesis that closes this one; -1 if none does. */
    private int endOfComment() {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            i += c == '\\' ? 1 : 0;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void angle() {
        if (mailbox.hasAddress()) {
            endMailbox(); // the comma between two is missing
        }
        while (at < text.length() && text.charAt(at) == '<') {
            at++;
        }
        int end = quotes.bracket(at);
        if (end == text.length() || text.charAt(end) == '<') {
            end = separator(at, end);
        }
        mailbox.addAngle(text.substring(at, end));
        at = end;
    }

    private int separator(int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != ',' && text.charAt(i) != ';') {
            i++;
        }
        return i;
    }

    /** Ends the name of a group, which is dropped; elsewhere it is part of a name. */
    private void colon() {
        boolean endsGroupName = !mailbox.hasAngle() && lastSemicolon > at && !mailbox.isEmpty();
        if (mailbox.isWord("mailto") || endsGroupName) {
            mailbox.dropName();
        } else {
            mailbox.addPlain(":", isApart());
        }
        at++;
    }

    private void word() {
        if (Character.isWhitespace(text.charAt(at))) {
            at++;
            return;
        }
        boolean apart = isApart();
        int encoded = EncodedWords.end(text, at);
        if (encoded > 0) {
            mailbox.addQuoted(text.substring(at, encoded), apart);
            at = encoded;
        } else {
            mailbox.addWord(atom(), apart);
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

    private boolean isApart() {
        return at > 0 && Character.isWhitespace(text.charAt(at - 1));
    }

    private void endMailbox() {
        Address address = mailbox.build();
        if (address != null) {
            found.add(address);
        }
    }
}
