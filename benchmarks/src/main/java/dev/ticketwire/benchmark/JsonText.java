package dev.ticketwire.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds single values in JSON that the suite wrote, without parsing all of it. */
final class JsonText {
    private JsonText() {}

    /** The first member of this name, a text or a number; empty if there is none. */
    static String member(byte[] json, String name) {
        return member(new String(json, StandardCharsets.UTF_8), name);
    }

    static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }
}
