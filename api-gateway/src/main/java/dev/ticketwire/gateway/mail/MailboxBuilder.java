package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the tokens of one mailbox in an address header and builds its name and address from them. */
final class MailboxBuilder {
    private final List<Token> tokens = new ArrayList<>();
    private String comment = "";
    private @Nullable String angle; // the text in angle brackets
    private @Nullable String email; // the address in angle brackets

    /**
     * A piece of a name, or an address without brackets.
     *
     * @param plain neither quoted nor encoded
     * @param apart whether a blank precedes it
     */
    private record Token(String text, boolean plain, boolean apart) {
        private boolean continuesWith(String word) {
            return plain
                    && text.length() < MailAddress.LONGEST
                    && (text.endsWith("@") || word.startsWith("@") || (text.contains("@") && text.endsWith(".")));
        }
    }

    /** Adds text that stood in quotation marks or in an encoded word. */
    void addQuoted(String text, boolean apart) {
        tokens.add(new Token(text, false, apart));
    }

    /** Adds text that may be an address. */
    void addPlain(String text, boolean apart) {
        tokens.add(new Token(text, true, apart));
    }

    /** Adds a word, to the previous one if both are parts of one address with blanks in it. */
    void addWord(String word, boolean apart) {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (last != null && last.continuesWith(word)) {
            tokens.set(tokens.size() - 1, new Token(last.text + word, true, last.apart));
        } else {
            addPlain(word, apart);
        }
    }

    /** Only the first comment that is not blank counts: it is the name if there is no other. */
    void addComment(String text) {
        comment = comment.isBlank() ? text : comment;
    }

    /** Only the first text in angle brackets that is not blank counts. */
    void addAngle(String text) {
        if (angle == null || angle.isBlank()) {
            angle = text;
            email = MailAddress.parse(text);
        }
    }

    boolean hasAngle() {
        return angle != null;
    }

    /** Whether it has an address in angle brackets. */
    boolean hasAddress() {
        return email != null;
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Whether it is only this word so far. */
    boolean isWord(String word) {
        return tokens.size() == 1 && tokens.get(0).text.equalsIgnoreCase(word);
    }

    /** Drops the name of a group, or the scheme before an address. */
    void dropName() {
        tokens.clear();
        comment = "";
    }

    /** The mailbox, null if there is no address in it; starts the next one. */
    @Nullable
    Address build() {
        int bare = -1; // the token that is the address
        for (int i = tokens.size() - 1; email == null && i >= 0; i--) {
            email = tokens.get(i).plain ? MailAddress.parse(tokens.get(i).text) : null;
            bare = email == null ? -1 : i;
        }
        Address address = email == null ? null : new Address(name(bare), email);
        dropName();
        angle = null;
        email = null;
        return address;
    }

    /** @param address index of the token that is not part of the name; -1 if there is none */
    private String name(int address) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (i != address) {
                Token token = tokens.get(i);
                name.append(token.apart && !name.isEmpty() ? " " : "").append(token.text);
            }
        }
        String chosen = name.isEmpty() ? AddressListParser.withoutEscapes(comment) : name.toString();
        return TextDecoder.printable(EncodedWords.decode(chosen));
    }
}
