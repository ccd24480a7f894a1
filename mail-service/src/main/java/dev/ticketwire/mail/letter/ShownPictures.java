package dev.ticketwire.mail.letter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that HTML shows by {@code cid:} and the key of a stored file, in whatever attribute. Keys are compared
 * without regard to case, as osTicket's column does.
 */
final class ShownPictures {
    /** What follows the key, {@code @domain}, is not part of it. */
    private static final Pattern REFERENCE = Pattern.compile("(?i)\\bcid:([\\w.-]{16,86})(@[\\w.-]+)?");
    /** A body with more is none that osTicket stores. */
    private static final int MOST = 200;

    private final String html;
    private final List<Place> places;

    /** A reference in the source of the HTML. */
    private record Place(int from, int to, String key) {}

    private ShownPictures(String html, List<Place> places) {
        this.html = html;
        this.places = places;
    }

    /** @param parsed the document of {@code html}, with its positions tracked */
    static ShownPictures of(String html, Document parsed) {
        List<Place> places = new ArrayList<>();
        if (html.toLowerCase(Locale.ROOT).contains("cid:")) {
            for (Element element : parsed.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    find(
                            html,
                            element.attributes().sourceRange(attribute.getKey()).valueRange(),
                            places);
                }
            }
        }
        return new ShownPictures(html, places);
    }

    /** The keys referred to, in lower case, in the order of the HTML. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Place place : places) {
            if (keys.size() < MOST) {
                keys.add(place.key);
            }
        }
        return keys;
    }

    /**
     * The HTML in which pictures are referred to by their Content-Ids.
     *
     * @param contentIds without brackets, by the key in lower case; other references stay as they are
     */
    String html(Map<String, String> contentIds) {
        StringBuilder out = new StringBuilder(html.length() + 64);
        int end = 0;
        for (Place place : places) {
            @Nullable String id = contentIds.get(place.key);
            if (id != null && place.from >= end) {
                out.append(html, end, place.from).append("cid:").append(id);
                end = place.to;
            }
        }
        return out.append(html, end, html.length()).toString();
    }

    /** Which of the pictures the HTML shows, in its order. */
    static List<StoredFile> inOrder(Collection<String> keys, Map<String, StoredFile> byKey) {
        List<StoredFile> shown = new ArrayList<>();
        for (String key : keys) {
            StoredFile file = byKey.get(key);
            if (file != null) {
                shown.add(file);
            }
        }
        return shown;
    }

    private static void find(String html, Range value, List<Place> places) {
        if (!value.isTracked()) {
            return;
        }
        Matcher matcher = REFERENCE.matcher(html).region(value.startPos(), Math.min(value.endPos(), html.length()));
        while (matcher.find()) {
            places.add(
                    new Place(matcher.start(), matcher.end(), matcher.group(1).toLowerCase(Locale.ROOT)));
        }
    }
}
