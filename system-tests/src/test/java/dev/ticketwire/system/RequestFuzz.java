package dev.ticketwire.system;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Requests that nobody means well by. All of it follows from the seed. What a body says carries {@link #mark()}, so
 * that whatever becomes of it can be found.
 */
final class RequestFuzz {
    private static final List<String> FIELDS = List.of(
            "name",
            "email",
            "phone",
            "subject",
            "message",
            "format",
            "topicId",
            "departmentId",
            "priorityId",
            "priority",
            "statusId",
            "staffId",
            "teamId",
            "slaId",
            "dueDate",
            "alert",
            "autorespond",
            "source",
            "ip",
            "attachments",
            "note",
            "noteTitle",
            "noteFormat",
            "parentTicketNumber",
            "externalId",
            "childId",
            "number",
            "uid",
            "__proto__");
    private static final List<String> FORMATS = List.of("markdown", "html", "text", "md", "HTML ", "", "rtf");

    /** Active content in the clothes of HTML, of markdown, and of both. */
    private static final List<String> POLYGLOTS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<a href=\"java\\tscript:alert(1)\">x</a>",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "[x](javascript:alert(1))",
            "![x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x]: javascript:alert(1)\n\n[x]",
            "<javascript:alert(1)>",
            "`<script>alert(1)</script>",
            "<iframe srcdoc=\"<script>alert(1)</script>\">",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<form action=javascript:alert(1)><input type=submit>",
            "<div style=\"background:url(javascript:alert(1));width:expression(alert(1))\">",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
            "<base href=javascript:/a/-alert(1)///><a href=../lol/safari.html>x</a>",
            "<!--><img src=x onerror=alert(1)>-->",
            "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "> <details open ontoggle=alert(1)>\n| a | <b onmouseover=alert(1)> |\n|---|---|",
            "<x contenteditable onfocus=alert(1) autofocus>");

    private final Random random;
    private final String mark;

    RequestFuzz(long seed) {
        this.random = new Random(seed);
        this.mark = "fuzz" + Long.toString(seed, 36) + "z";
    }

    /** A word that is in the subject and in the message. */
    String mark() {
        return mark;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String contentType() {
        return switch (random.nextInt(12)) {
            case 0 -> "application/xml";
            case 1 -> "application/x-www-form-urlencoded";
            case 2 -> "multipart/form-data; boundary=b";
            case 3 -> "text/plain";
            case 4 -> "application/json; charset=utf-16";
            default -> "application/json";
        };
    }

    byte[] body(String contentType) {
        String text = contentType.contains("xml")
                ? xml()
                : contentType.contains("urlencoded")
                        ? form()
                        : contentType.contains("multipart") ? multipart() : json();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            return damaged(bytes);
        }
        return bytes;
    }

    /** One byte changed, or the end lost. */
    private byte[] damaged(byte[] bytes) {
        if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            return bytes;
        }
        return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private String json() {
        if (random.nextInt(25) == 0) {
            int depth = 1 + random.nextInt(2000);
            return "{\"subject\":" + "[".repeat(depth) + "]".repeat(random.nextInt(10) == 0 ? 0 : depth) + "}";
        }
        StringBuilder out = new StringBuilder("{");
        sound(out);
        for (int i = random.nextInt(6); i > 0; i--) {
            out.append(",\"").append(pick(FIELDS)).append("\":").append(value(2));
        }
        return out.append('}').toString();
    }

    /** What makes most requests good enough to get further. */
    private void sound(StringBuilder out) {
        out.append("\"subject\":").append(quoted(mark + " " + (random.nextInt(4) == 0 ? text() : "fuzz")));
        out.append(",\"message\":").append(quoted(mark + " " + text()));
        out.append(",\"note\":").append(quoted(mark + " " + text()));
        if (random.nextInt(10) > 0) {
            out.append(",\"email\":\"fuzz-").append(random.nextInt(50)).append("@example.org\"");
        }
        if (random.nextInt(10) > 0) {
            out.append(",\"name\":\"Fay Fuzz\"");
        }
        if (random.nextInt(10) > 1) {
            out.append(",\"format\":\"").append(pick(FORMATS)).append("\",\"noteFormat\":\"");
            out.append(pick(FORMATS)).append('"');
        }
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2 -> Integer.toString(random.nextInt(5));
            case 3 -> pick(List.of("-1", "1e999", "-0", "123456789012345678901234567890", "0.1", "2147483648"));
            case 4 -> "\"\"";
            case 5 -> "\"" + random.nextInt(5) + "\"";
            case 6, 7 -> quoted(text());
            case 8 ->
                quoted(pick(List.of("2031-01-01", "0000-00-00", "' OR 1=1 -- ", "../../etc/passwd", "%00", "Support")));
            case 9 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
            case 10 ->
                "{" + quoted("f" + random.nextInt(3) + ".txt") + ":" + quoted("data:text/html;base64,PGI+") + "}";
            default -> "{" + quoted(text()) + ":" + value(depth - 1) + "}";
        };
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            out.append(
                    switch (random.nextInt(8)) {
                        case 0 ->
                            pick(List.of(
                                    "\u0000",
                                    "\u0008",
                                    "\u001b[31m",
                                    "\ufeff",
                                    "\u202e",
                                    "\ud83d\ude80",
                                    "\ud800",
                                    "\r\n",
                                    "\t"));
                        case 1 -> "a".repeat(random.nextInt(random.nextInt(20) == 0 ? 70_000 : 200));
                        case 2 ->
                            pick(List.of(
                                    "# Title\n",
                                    "* a\n* b\n",
                                    "```\n",
                                    "> q\n",
                                    "| a | b |\n|---|---|\n",
                                    "<br>",
                                    "&amp;"));
                        default -> mutated(pick(POLYGLOTS));
                    });
        }
        return out.toString();
    }

    private String mutated(String text) {
        if (random.nextInt(3) > 0) {
            return text;
        }
        int at = random.nextInt(text.length());
        String wedge = pick(List.of("\n", "\u0000", " ", "<", ">", "\"", "'", "/", "&#x3c;", "<!--", "\u00a0", "&"));
        return text.substring(0, at) + wedge + text.substring(at + (random.nextBoolean() ? 0 : 1));
    }

    private String xml() {
        return "<ticket alert=\"0\"><name>Fay</name><email>fuzz@example.org</email><subject>" + mark
                + "</subject><message>" + (random.nextBoolean() ? mark + " <![CDATA[" + text() + "]]>" : text())
                + "</message></ticket>";
    }

    private String form() {
        return "name=Fay&email=fuzz%40example.org&subject=" + mark + "&message="
                + java.net.URLEncoder.encode(mark + " " + text(), StandardCharsets.UTF_8) + "&format=" + pick(FORMATS)
                + (random.nextBoolean() ? "&attachments[]=" + random.nextInt() : "&%zz=%");
    }

    private String multipart() {
        return "--b\r\nContent-Disposition: form-data; name=\"subject\"\r\n\r\n" + mark
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n" + mark + " " + text()
                + "\r\n--b" + (random.nextInt(5) == 0 ? "" : "--\r\n");
    }

    /** As JSON writes it, control characters as escapes; a lone surrogate stays what it is. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
