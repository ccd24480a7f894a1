package dev.ticketwire.system;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code .ticketwire/env}: an assignment a line, the value quoted for a shell or bare. */
final class SuiteSettings {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^([A-Z_]+)=(?:'(.*)'|([^'\\s]*))$");

    private SuiteSettings() {}

    static Map<String, String> parse(String text) {
        Map<String, String> settings = new HashMap<>();
        Matcher matcher = ASSIGNMENT.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            settings.put(matcher.group(1), quoted == null ? matcher.group(3) : quoted.replace("'\\''", "'"));
        }
        return settings;
    }
}
