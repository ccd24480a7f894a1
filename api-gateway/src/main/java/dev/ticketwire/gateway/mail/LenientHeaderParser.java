package dev.ticketwire.gateway.mail;

import dev.ticketwire.gateway.text.HeaderParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a header of a mail into its value and parameters, without decoding them. Accepts missing quotation marks and
 * semicolons, unquoted special characters, and names without a value. Headers of requests have a strict parser,
 * {@link HeaderParameters}.
 */
final class LenientHeaderParser {
    /** The start of a parameter without a semicolon before it. */
    private static final Pattern NEXT = Pattern.compile("[\\s,]{1,9}[\\w*-]{1,60}\\s{0,9}=");

    /** In characters. The rest of a longer header is ignored. */
    private static final int LONGEST = 100_000;

    private static final Pattern COMMENT_AT_END = Pattern.compile("\\s\\([^()]*\\)$");

    private final String text;
    private final Matcher next;
    private final String value;
    private final List<Parameter> parameters = new ArrayList<>();
    private int at;

    /** @param name in lower case */
    record Parameter(String name, String value) {}

    /** @param header unfolded */
    LenientHeaderParser(String header) {
        String sent = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        // If one quotation mark is missing, it is unknown which: all are ignored.
        boolean even = sent.replace("\\\"", "").chars().filter(c -> c == '"').count() % 2 == 0;
        this.text = even ? sent : sent.replace("\"", "");
        this.next = NEXT.matcher(text);
        skipComments();
        this.value = at < text.length() && text.charAt(at) == '"' ? quoted() : unquoted(true);
        while (at < text.length()) {
            parameter();
        }
    }

    /** The text before the parameters. */
    String value() {
        return value;
    }

    /** In the order of the header; names without a value are left out. */
    List<Parameter> parameters() {
        return parameters;
    }

    private void parameter() {
        skipSeparators();
        String name = name();
        if (at == text.length() || text.charAt(at) == ';') {
            return;
        }
        at++;
        skipBlanks();
        boolean isFileName = name.startsWith("name") || name.startsWith("filename");
        String found = at < text.length() && text.charAt(at) == '"' ? quoted() : unquoted(!isFileName);
        if (!found.isBlank() && !name.isEmpty()) {
            parameters.add(new Parameter(name, found.strip()));
        }
    }

    private void skipSeparators() {
        while (at < text.length() && (isBlank(text.charAt(at)) || ";,".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        skipComments();
    }

    private String name() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        return text.substring(start, at).strip().toLowerCase(Locale.ROOT);
    }

    /** The text between quotation marks. Text behind the closing one is skipped up to the next parameter. */
    private String quoted() {
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            at += HeaderParameters.isQuotedPair(text, at) ? 1 : 0;
            content.append(text.charAt(at));
        }
        skipTo(true);
        return content.toString();
    }

    /** @param words whether a blank or a comment ends the value; in file names both are part of the value */
    private String unquoted(boolean words) {
        int start = at;
        skipTo(words);
        String found = text.substring(start, at).strip();
        return words ? COMMENT_AT_END.matcher(found).replaceFirst("").strip() : found;
    }

    private void skipTo(boolean words) {
        while (at < text.length() && text.charAt(at) != ';') {
            char c = text.charAt(at);
            if (words
                    && (isBlank(c) || c == ',')
                    && next.region(at, text.length()).lookingAt()) {
                return;
            }
            at++;
        }
    }

    private void skipComments() {
        skipBlanks();
        while (at < text.length() && text.charAt(at) == '(') {
            int close = text.indexOf(')', at);
            at = close < 0 ? text.length() : close + 1;
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
