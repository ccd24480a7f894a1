package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.ReceiveMail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of a mail say. */
final class MailHeaders {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,1000}>");
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("[^\\s<>,;:\"'()\\[\\]]{1,250}@[^\\s<>,;:\"'()]{1,250}");
    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");

    /** Older ones of a very long conversation lead nowhere else. */
    private static final int MOST_REFERENCES = 100;

    private final InternetHeaders headers;

    private MailHeaders(InternetHeaders headers) {
        this.headers = headers;
    }

    static MailHeaders parse(byte[] block) {
        InternetHeaders headers = new InternetHeaders();
        try {
            headers.load(new ByteArrayInputStream(block));
        } catch (MessagingException e) {
            // What has been read until then counts.
        }
        return new MailHeaders(headers);
    }

    InternetHeaders all() {
        return headers;
    }

    /** Decoded; empty if there is none. */
    String text(String name) {
        String value = first(name);
        return value == null ? "" : Decoding.header(value);
    }

    /** The mailboxes of all headers of this name, in order; what is none is left out. */
    List<Address> addresses(String name) {
        List<Address> found = new ArrayList<>();
        String[] values = headers.getHeader(name);
        for (String value : values == null ? new String[0] : values) {
            found.addAll(inOne(Decoding.eightBit(value)));
        }
        return found;
    }

    private static List<Address> inOne(String value) {
        List<Address> found = parsed(value);
        if (found.isEmpty()) {
            Matcher bare = BARE_ADDRESS.matcher(value);
            while (bare.find()) {
                found.add(new Address("", bare.group()));
            }
        }
        return found;
    }

    /** Empty if it cannot be parsed, or holds no mailbox. */
    private static List<Address> parsed(String value) {
        List<Address> found = new ArrayList<>();
        try {
            for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                if (address.isGroup()) {
                    InternetAddress[] members = address.getGroup(false);
                    for (InternetAddress member : members == null ? new InternetAddress[0] : members) {
                        add(member, found);
                    }
                } else {
                    add(address, found);
                }
            }
        } catch (AddressException | RuntimeException e) {
            found.clear();
        }
        return found;
    }

    private static void add(InternetAddress address, List<Address> found) {
        String email = address.getAddress() == null ? "" : address.getAddress().strip();
        if (BARE_ADDRESS.matcher(email).matches()) {
            String name = address.getPersonal();
            found.add(new Address(name == null ? "" : Decoding.printable(name), email));
        }
    }

    /** Null if there is none; one without its angle brackets gets them. */
    @Nullable
    String messageId() {
        String value = first("Message-ID");
        if (value == null) {
            return null;
        }
        Matcher id = MESSAGE_ID.matcher(value);
        if (id.find()) {
            return id.group();
        }
        String bare = value.strip();
        return bare.matches("[^<>\\s]{1,1000}") ? "<" + bare + ">" : null;
    }

    /** The mail it answers first, then what that answered, from the newest to the oldest. */
    List<String> references() {
        Set<String> ids = new LinkedHashSet<>(ids("In-Reply-To"));
        List<String> thread = ids("References");
        Collections.reverse(thread);
        ids.addAll(thread);
        return ids.stream().limit(MOST_REFERENCES).toList();
    }

    private List<String> ids(String name) {
        List<String> ids = new ArrayList<>();
        String[] values = headers.getHeader(name);
        for (String value : values == null ? new String[0] : values) {
            Matcher id = MESSAGE_ID.matcher(value);
            while (id.find()) {
                ids.add(id.group());
            }
        }
        return ids;
    }

    /** Whether a machine sent it: RFC 3834, and what was in use before it. */
    boolean isAutomatic() {
        return says("Auto-Submitted", "no")
                || BULK.contains(word("Precedence"))
                || says("X-Auto-Response-Suppress", "none")
                || says("X-Autoreply", "no")
                || word("Return-Path").replace(" ", "").equals("<>")
                || word("Content-Type").startsWith("multipart/report");
    }

    /** Whether the header is there, and does not begin with the word that means nothing. */
    private boolean says(String name, String nothing) {
        String word = word(name);
        return !word.isEmpty() && !word.split("[\\s;,]", 2)[0].equals(nothing);
    }

    private String word(String name) {
        String value = first(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable String first(String name) {
        String[] values = headers.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    /** The block as text, lines ended by LF, without an empty line at its end. */
    static String asReceived(byte[] block) {
        return Decoding.text(block, StandardCharsets.UTF_8.name())
                .replace("\r\n", "\n")
                .replaceFirst("\\n+\\z", "");
    }
}
