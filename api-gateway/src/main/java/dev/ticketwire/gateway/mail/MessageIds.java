package dev.ticketwire.gateway.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The message ids of a mail: its own, and those of other mails that it names. All with their angle brackets. */
final class MessageIds {
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,1000}>");
    private static final Pattern BARE = Pattern.compile("[^<>\\s]{1,1000}");

    /** What osTicket's mails begin with. Gmail, Outlook on the web and Yahoo put signs of their own before every class. */
    private static final Pattern MARK = Pattern.compile(
            "(?i)\\bclass\\s{0,9}=\\s{0,9}[\"']?(?:[\\w-]{0,99}\\s){0,9}(?:m_-?\\d{1,30}|x_|yiv\\d{1,30}){0,9}mid-([^\\s\"'<>]{1,1000})");

    /** Outlook takes the id for an address and writes a link behind it. */
    private static final Pattern LAST_LINE = Pattern.compile("(?i)^[>|\\s]{0,99}Ref-Mid:[>|\\s]{0,99}"
            + "<?(?:mailto:)?([^<>\\s]{1,1000})>?(?:\\s{0,9}<mailto:[^<>\\s]{1,1000}>?)?$");

    /** A line of a mail returned in a text, as qmail and Exim return them. */
    private static final Pattern RETURNED =
            Pattern.compile("(?im)^(?:Message-ID|In-Reply-To|References):((?:\\s{1,9}<[^<>\\s]{1,1000}>){1,100})");

    /** Far more than a conversation has; whoever sends more means no good. */
    private static final int MOST = 1000;

    private MessageIds() {}

    /** @param block the headers as received, of which one is made where the mail has none: the same each time it comes */
    static String own(MailHeaders headers, String block) {
        String sent = sent(headers);
        return sent != null ? sent : '<' + md5(block) + "@local>";
    }

    /** The mail it answers first, then what that answered, from the newest to the oldest. */
    static List<String> references(MailHeaders headers) {
        Set<String> ids = new LinkedHashSet<>(named(headers, "In-Reply-To"));
        List<String> thread = named(headers, "References");
        Collections.reverse(thread);
        ids.addAll(thread);
        return ids.stream().limit(MOST).toList();
    }

    /** Of our own mails that the text quotes. */
    static List<String> quoted(List<String> html, List<String> plain) {
        Set<String> ids = new LinkedHashSet<>();
        for (String text : html) {
            Matcher mark = MARK.matcher(text);
            while (ids.size() < MOST && mark.find()) {
                ids.add('<' + mark.group(1).replace("&#64;", "@").replace("&amp;", "&") + '>');
            }
        }
        for (String text : plain) {
            Matcher last = LAST_LINE.matcher(lastLine(text));
            if (last.find()) {
                ids.add('<' + last.group(1) + '>');
            }
        }
        return List.copyOf(ids);
    }

    /** Of the mails that a delivery report returns: their own, then what they answered. */
    static List<String> returned(List<MailHeaders> mails, String text) {
        Set<String> ids = new LinkedHashSet<>();
        for (MailHeaders mail : mails) {
            String own = sent(mail);
            if (own != null) {
                ids.add(own);
            }
            ids.addAll(references(mail));
        }
        Matcher line = RETURNED.matcher(text);
        while (ids.size() < MOST && line.find()) {
            ids.addAll(in(line.group(1)));
        }
        return ids.stream().limit(MOST).toList();
    }

    /** Null if it has none; one without its angle brackets gets them. */
    private static @Nullable String sent(MailHeaders headers) {
        String value = headers.first("Message-ID");
        Matcher id = ID.matcher(value);
        if (id.find()) {
            return id.group();
        }
        return BARE.matcher(value).matches() ? '<' + value + '>' : null;
    }

    private static List<String> named(MailHeaders headers, String name) {
        return in(String.join(" ", headers.all(name)));
    }

    private static List<String> in(String text) {
        List<String> ids = new ArrayList<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            ids.add(id.group());
        }
        return ids;
    }

    /** That is not blank, nor the mark of a quotation alone. A line may have been broken before the id. */
    private static String lastLine(String text) {
        int end = text.length();
        while (end > 0 && " \t\r\n>|\u00a0".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = text.lastIndexOf('\n', end - 1) + 1;
        String line = text.substring(start, end);
        if (line.contains(":") || start == 0) {
            return line;
        }
        return text.substring(text.lastIndexOf('\n', start - 2) + 1, end);
    }

    private static String md5(String block) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(block.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
