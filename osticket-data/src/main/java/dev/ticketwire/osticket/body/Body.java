package dev.ticketwire.osticket.body;

import dev.ticketwire.osticket.html.BodySettings;
import dev.ticketwire.osticket.html.CleanHtml;
import dev.ticketwire.osticket.html.HtmlBody;
import dev.ticketwire.osticket.html.InlineImage;
import dev.ticketwire.osticket.html.Pictures;
import dev.ticketwire.osticket.markdown.MarkdownBody;
import dev.ticketwire.osticket.text.DataUri;
import dev.ticketwire.osticket.text.SearchText;
import dev.ticketwire.osticket.text.StoredText;
import dev.ticketwire.osticket.text.WhiteSpace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message or note as osTicket stores it.
 *
 * @param stored {@code thread_entry.body}, never empty: {@code -} if nothing is left of what was sent
 * @param format {@code thread_entry.format}
 * @param images pictures that were part of the HTML; to be stored and attached inline
 * @param shown see {@link CleanHtml#shown}
 * @param searchText {@code _search.content} of the entry
 */
public record Body(String stored, BodyFormat format, List<InlineImage> images, Set<String> shown, String searchText) {
    private static final int MOST_CHARACTERS = 65_000;

    public Body {
        images = List.copyOf(images);
        shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    }

    /**
     * The message of a new ticket.
     *
     * @param format null if not sent: a data URI's media type decides, else it is HTML
     */
    public static Body ofMessage(String message, @Nullable BodyFormat format, BodySettings settings) {
        Optional<DataUri> uri = textUri(message);
        Optional<String> text = uri.flatMap(DataUri::text);
        if (text.isEmpty()) {
            return of(message, format == null ? BodyFormat.HTML : format, settings);
        }
        BodyFormat declared = uri.get().type().equals("text/html") ? BodyFormat.HTML : BodyFormat.TEXT;
        return of(text.get(), format == null ? declared : format, settings);
    }

    /**
     * Whether a message consists of blanks only, also inside a data URI. To osTicket, markup without text is not blank.
     */
    public static boolean isBlankMessage(String message) {
        return WhiteSpace.isBlank(textUri(message).flatMap(DataUri::text).orElse(message));
    }

    private static Optional<DataUri> textUri(String message) {
        return DataUri.parse(message)
                .filter(data -> data.type().isEmpty() || data.type().startsWith("text/"));
    }

    /**
     * An internal note.
     *
     * @param format null if not sent: markdown
     */
    public static Body ofNote(String note, @Nullable BodyFormat format, BodySettings settings) {
        return of(note, format == null ? BodyFormat.MARKDOWN : format, settings);
    }

    /**
     * The text of a mail; HTML is cleaned by {@link HtmlBody#cleanMail}.
     *
     * @param pictures sent with it
     */
    public static Body ofMail(String text, BodyFormat format, BodySettings settings, Pictures pictures) {
        return format == BodyFormat.HTML && settings.richText()
                ? ofHtml(HtmlBody.cleanMail(text, settings, pictures))
                : of(text, format, settings);
    }

    /** {@code text} in {@code format}; HTML becomes text if the help desk has rich text disabled. */
    public static Body of(String text, BodyFormat format, BodySettings settings) {
        return switch (format) {
            case MARKDOWN -> ofMarkdown(StoredText.storable(text));
            case TEXT -> ofText(text);
            case HTML -> settings.richText() ? ofHtml(HtmlBody.clean(text, settings)) : ofText(text);
        };
    }

    /** Whether the entry gets flag 0x40 (markup is balanced). */
    public boolean isBalanced() {
        return format != BodyFormat.TEXT;
    }

    /**
     * Whether osTicket keeps {@link #stored} in a file of type {@code text/html}, attached inline, and leaves the
     * entry's body empty: from 65,000 characters on.
     */
    public boolean isStoredAsFile() {
        return stored.codePointCount(0, stored.length()) >= MOST_CHARACTERS;
    }

    /** The name of that file: the MD5 of the body, with {@code .txt}. */
    public String fileName() {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(stored.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(md5) + ".txt";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Body ofHtml(CleanHtml clean) {
        String stored = StoredText.storable(clean.html());
        return HtmlBody.isBlank(stored)
                ? empty(BodyFormat.HTML)
                : new Body(stored, BodyFormat.HTML, clean.images(), clean.shown(), SearchText.ofHtml(stored));
    }

    private static Body ofText(String text) {
        String stored = TextBody.clean(StoredText.storable(text));
        return stored.isEmpty() || stored.equals("0")
                ? empty(BodyFormat.TEXT)
                : new Body(stored, BodyFormat.TEXT, List.of(), Set.of(), SearchText.searchable(stored));
    }

    private static Body ofMarkdown(String text) {
        return text.isBlank()
                ? empty(BodyFormat.MARKDOWN)
                : new Body(
                        text, BodyFormat.MARKDOWN, List.of(), Set.of(), SearchText.ofHtml(MarkdownBody.toHtml(text)));
    }

    private static Body empty(BodyFormat format) {
        return new Body("-", format, List.of(), Set.of(), "-");
    }
}
