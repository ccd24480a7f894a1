package dev.ticketwire.webhook.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** What a placeholder can do with its value's text, by its name in lower case. */
enum Format {
    /** The value as text: {@code ""} instead of null. */
    TEXT(UnaryOperator.identity()),
    /** HTML as text in one line: no tags, entities decoded. */
    PLAIN(text -> Jsoup.parse(text).text()),
    /** At most 200 code points; the last is an ellipsis if there were more. */
    SHORT(Format::shortened),
    /** Slack's mrkdwn: {@code & < >} as entities, so neither links nor mentions. */
    SLACK(text -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    /** Markdown: punctuation escaped, in one line, and no mention. */
    MARKDOWN(Format::markdown);

    private static final int SHORT_LENGTH = 200;
    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-.!|>~<&]");
    /** Mattermost, Teams and others notify people by it, also when escaped. */
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9])@(?=[A-Za-z])");

    private static final Pattern LINE_BREAKS =
            Pattern.compile("[\\s\\u0085\\u2028\\u2029]*[\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]\\s*");
    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private final UnaryOperator<String> change;

    Format(UnaryOperator<String> change) {
        this.change = change;
    }

    static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    String apply(String text) {
        return change.apply(text);
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= SHORT_LENGTH) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHORT_LENGTH - 1)).stripTrailing() + "…";
    }

    private static String markdown(String text) {
        String line = LINE_BREAKS.matcher(text.strip()).replaceAll(" ");
        String escaped = PUNCTUATION.matcher(line).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
        return MENTION.matcher(escaped).replaceAll("@" + ZERO_WIDTH_SPACE);
    }
}
