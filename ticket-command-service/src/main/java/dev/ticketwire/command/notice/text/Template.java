package dev.ticketwire.command.notice.text;

import dev.ticketwire.osticket.text.HtmlEntities;
import dev.ticketwire.osticket.text.SearchText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with variables: {@code %{ticket.number}}, in links also {@code %%7Bticket.number%7D}. A value is put in once:
 * what it contains is never taken for a variable.
 */
final class Template {
    private static final Pattern VARIABLE = Pattern.compile("%(?:\\{|%7[Bb])([\\w-]+(?:\\.[\\w-]+)*)(?:\\}|%7[Dd])");

    private final List<Part> parts = new ArrayList<>();

    /** Text as it stands, or a variable. */
    private record Part(String text, List<String> path) {}

    private Template(String source) {
        Matcher variable = VARIABLE.matcher(source);
        int from = 0;
        while (variable.find()) {
            parts.add(new Part(source.substring(from, variable.start()), List.of()));
            parts.add(new Part(variable.group(), path(variable.group(1))));
            from = variable.end();
        }
        parts.add(new Part(source.substring(from), List.of()));
    }

    /** The root counts as written, its members in any case. */
    private static List<String> path(String name) {
        List<String> path = new ArrayList<>(Arrays.asList(name.split("\\.")));
        for (int i = 1; i < path.size(); i++) {
            path.set(i, path.get(i).toLowerCase(Locale.ROOT));
        }
        return path;
    }

    static Template of(String source) {
        return new Template(source);
    }

    /** As HTML: plain values are escaped, those of HTML go in as they are. */
    String html(Roots roots) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            Thing value = value(part, roots);
            if (value == null) {
                out.append(part.text);
            } else if (value.isHtml()) {
                out.append(value.value());
            } else {
                out.append(escaped(value.value()));
            }
        }
        return out.toString();
    }

    /** For text and for attributes in quotes of both kinds. */
    private static String escaped(String value) {
        StringBuilder out = new StringBuilder(value.length());
        HtmlEntities.appendAttribute(value, out);
        return out.indexOf("'") < 0 ? out.toString() : out.toString().replace("'", "&#39;");
    }

    /** As plain text: of HTML the words. */
    String plain(Roots roots) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            Thing value = value(part, roots);
            if (value == null) {
                out.append(part.text);
            } else {
                out.append(value.isHtml() ? SearchText.ofHtml(value.value()) : value.value());
            }
        }
        return out.toString();
    }

    /** Null for text, and for a variable whose root there is not: it stays as written. */
    private static @Nullable Thing value(Part part, Roots roots) {
        Thing thing = part.path.isEmpty() ? null : roots.root(part.path.getFirst());
        for (int i = 1; thing != null && i < part.path.size(); i++) {
            thing = thing.member(part.path.get(i));
        }
        return thing;
    }
}
