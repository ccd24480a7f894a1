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

/** The message ids in a mail, its own and those of other mails that it refers to. All have their angle brackets. */
final class MessageIds {
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,1000}>");
    private static final Pattern BARE = Pattern.compile("[^<>\\s]{1,1000}");

    /** The class at the start of osTicket's mails. Gmail, Outlook on the web and Yahoo put prefixes before it. */
    private static final Pattern MARK = Pattern.compile("(?i)\\bclass\\s{0,9}=\\s{0,9}[\"']?(?:[\\w-]{0,99}\\s){0,9}"
            + "(?:m_-?\\d{1,30}|x_|yiv\\d{1,30}){0,9}mid-([^\\s\"'<>]{1,1000})");

    /** Outlook takes the id for an address and writes a link behind it. */
    private static final Pattern LAST_LINE = Pattern.compile("(?i)^[>|\\s]{0,99}Ref-Mid:[>|\\s]{0,99}"
            + "<?(?:mailto:)?([^<>\\s]{1,1000})>?(?:\\s{0,9}<mailto:[^<>\\s]{1,1000}>?)?$");

    /** A line of a mail returned in a text, as qmail and Exim return them. */
    private static final Pattern RETURNED =
            Pattern.compile("(?im)^(?:Message-ID|In-Reply-To|References):((?:\\s{1,9}<[^<>\\s]{1,1000}>){1,100})");

    /** Ids per mail; further ones are ignored. */
    private static final int MOST = 1000;

    private MessageIds() {}

    /** @param block the headers as received; a mail without an id gets their hash as its id */
    static String own(MailHeaders headers, String block) {
        String sent = sent(headers);
        return sent != null ? sent : '<' + md5(block) + "@local>";
    }

    /** {@code In-Reply-To} first, then {@code References} from the newest to the oldest. */
    static List<String> references(MailHeaders headers) {
        Set<String> ids = new LinkedHashSet<>(named(headers, "In-Reply-To"));
        List<String> thread = named(headers, "References");
        Collections.reverse(thread);
        ids.addAll(thread);
        return ids.stream().limit(MOST).toList();
    }

    /** The ids of the help desk's own mails that the text quotes. */
    static List<String> quoted(List<String> html, List<String> plain) {
        Set<String> ids = new LinkedHashSet<>();
        html.forEach(text -> addMarked(text, ids));
        plain.forEach(text -> addFromLastLine(text, ids));
        return List.copyOf(ids);
    }

    private static void addMarked(String html, Set<String> ids) {
        Matcher mark = MARK.matcher(html);
        while (ids.size() < MOST && mark.find()) {
            ids.add('<' + mark.group(1).replace("&#64;", "@").replace("&amp;", "&") + '>');
        }
    }

    private static void addFromLastLine(String plain, Set<String> ids) {
        Matcher last = LAST_LINE.matcher(lastLine(plain));
        if (last.find()) {
            ids.add('<' + last.group(1) + '>');
        }
    }

    /** Adds the id of a returned mail, then the ids that it refers to. */
    static void addReturned(MailHeaders mail, Set<String> ids) {
        String own = sent(mail);
        if (own != null && ids.size() < MOST) {
            ids.add(own);
        }
        references(mail).stream().limit(MOST - ids.size()).forEach(ids::add);
    }

    /**
     * The ids of the mails that a delivery report returns.
     *
     * @param attached ids of the attached mails, which come first
     * @param texts in which other mails may be quoted with their headers
     */
    static List<String> returned(Set<String> attached, List<String> texts) {
        Set<String> ids = new LinkedHashSet<>(attached);
        Matcher line = RETURNED.matcher(String.join("\n", texts));
        while (ids.size() < MOST && line.find()) {
            ids.addAll(in(line.group(1)));
        }
        return ids.stream().limit(MOST).toList();
    }

    /** Its own id, with angle brackets even if it was sent without; null if it has none. */
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

    /** The last line with more than blanks and quotation marks; with the line before it if the id was wrapped. */
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
