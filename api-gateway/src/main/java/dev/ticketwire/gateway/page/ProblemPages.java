package dev.ticketwire.gateway.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A page for each problem code, which is where the {@code type} of a problem leads, and one that lists them. */
final class ProblemPages {
    private static final String LIST = "/openapi/problems.yaml";

    /** @param status all that it comes with */
    private record Kind(String code, List<?> status, String means, String todo) {
        String title() {
            return code.replace('-', ' ');
        }

        String statuses() {
            return status.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        }
    }

    private ProblemPages() {}

    /** Pages by code; the list under the empty one. Blocks. */
    static Map<String, Page> read() {
        Map<String, Page> pages = new HashMap<>();
        StringBuilder list = new StringBuilder();
        Resources.yaml(LIST).forEach((code, value) -> {
            Kind kind = kind(code, (Map<?, ?>) value);
            pages.put(code, Page.html(page(kind)));
            list.append("<dt><a href=\"problems/%1$s\"><code>%1$s</code></a> %2$s</dt><dd>%3$s</dd>\n"
                    .formatted(escaped(code), escaped(kind.statuses()), escaped(kind.means)));
        });
        pages.put("", Page.html(html("Problems", "", "<h1>Problems</h1>\n<dl>\n" + list + "</dl>\n")));
        return pages;
    }

    private static Kind kind(String code, Map<?, ?> members) {
        return new Kind(code, (List<?>) member(members, "status"), text(members, "means"), text(members, "do"));
    }

    private static String text(Map<?, ?> members, String name) {
        return member(members, name).toString();
    }

    private static Object member(Map<?, ?> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private static String page(Kind kind) {
        return html(kind.title(), "../", """
                        <h1>%s</h1>
                        <p>Code <code>%s</code>, HTTP status %s</p>
                        <h2>What it means</h2>
                        <p>%s</p>
                        <h2>What to do</h2>
                        <p>%s</p>
                        <nav><a href="../problems">All problems</a> · <a href="../docs/">The API</a></nav>
                        """.formatted(
                        escaped(kind.title()),
                        escaped(kind.code),
                        escaped(kind.statuses()),
                        escaped(kind.means),
                        escaped(kind.todo)));
    }

    private static String html(String title, String root, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Ticketwire</title>
                <link rel="stylesheet" href="%sdocs/page.css">
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escaped(title), root, body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
