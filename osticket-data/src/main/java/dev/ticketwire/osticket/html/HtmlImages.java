package dev.ticketwire.osticket.html;

import dev.ticketwire.osticket.format.FileKey;
import dev.ticketwire.osticket.text.DataUri;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the images that the {@code img} elements of one text show, and determines the URL to write for each. */
final class HtmlImages {
    private static final Set<String> EXTENSIONS = Set.of("gif", "png", "jpg", "jpeg");
    private static final String CID = "cid:";
    /** Possible keys of stored files; osTicket's have 32 characters. */
    private static final Pattern FILE_KEY = Pattern.compile("[A-Za-z0-9_.-]{32,86}");

    /** Maximum of stored files to look up; the same as the maximum of attachments of a request. */
    private static final int MOST_STORED = 100;

    private static final Pattern OWN_KEY = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, InlineImage> inline = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Pictures pictures;

    /** @param pictures sent with the text */
    HtmlImages(Pictures pictures) {
        this.pictures = pictures;
    }

    /** See {@link CleanHtml#images}. */
    List<InlineImage> inline() {
        return List.copyOf(inline.values());
    }

    /** See {@link CleanHtml#shown}. */
    Set<String> shown() {
        return shown;
    }

    /**
     * The URL to write instead of {@code source}.
     *
     * @param source {@code src} of an {@code img}, trimmed
     * @return empty if it stays unchanged; null if the image must not be shown
     */
    @Nullable
    String source(String source) {
        String scheme = HtmlAddress.scheme(source);
        if (scheme.equals("data")) {
            InlineImage image = dataUriImage(source);
            return image == null ? null : CID + image.file().key();
        }
        String brought = pictures.keyOf(source);
        String key = brought == null ? storedKey(source, scheme) : brought;
        if (key.isEmpty()) {
            return scheme.equals("cid") || EXTENSIONS.contains(extension(source)) ? "" : null;
        }
        if (brought != null || shown.size() < MOST_STORED) {
            shown.add(key);
        }
        return CID + key;
    }

    /** The key of a stored file that an {@code img} may show; empty if it shows none. */
    private static String storedKey(String source, String scheme) {
        if (!scheme.equals("cid")) {
            return ownFileKey(source);
        }
        String key = source.substring(source.indexOf(':') + 1).strip();
        return FILE_KEY.matcher(key).matches() ? key : "";
    }

    /** The image of a data URI; a repeated one is the same file. Null if it must not be shown. */
    private @Nullable InlineImage dataUriImage(String source) {
        DataUri uri = DataUri.parse(source)
                .filter(data -> data.type().startsWith("image/") && !data.type().contains("svg"))
                .orElse(null);
        byte[] bytes = uri == null ? null : uri.bytes().orElse(null);
        if (uri == null || bytes == null || bytes.length == 0) {
            return null;
        }
        FileKey file = FileKey.of(bytes);
        return inline.computeIfAbsent(
                uri.type() + ' ' + file.signature(),
                same -> new InlineImage(
                        file, "image" + randomWord() + "." + uri.type().substring(6), uri.type(), bytes));
    }

    private static String randomWord() {
        return RANDOM.ints(4, 0, 36).mapToObj(n -> Integer.toString(n, 36)).collect(Collectors.joining());
    }

    /** The key in the URL of a file of this help desk, {@code …/file.php?key=…}; empty for any other URL. */
    private static String ownFileKey(String source) {
        int query = source.indexOf('?');
        if (query < 0 || !source.substring(0, query).endsWith("file.php")) {
            return "";
        }
        return Arrays.stream(source.substring(query + 1).split("&"))
                .filter(parameter -> parameter.startsWith("key="))
                .map(parameter -> parameter.substring(4))
                .filter(key -> OWN_KEY.matcher(key).matches())
                .findFirst()
                .orElse("");
    }

    private static String extension(String source) {
        String path = source.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
