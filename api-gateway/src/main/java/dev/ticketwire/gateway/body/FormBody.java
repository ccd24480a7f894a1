package dev.ticketwire.gateway.body;

import dev.ticketwire.gateway.text.CharsetDecoding;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Form fields as PHP names them: {@code a[b]=1} is a member of {@code a}, {@code a[]=1} an element of it. */
final class FormBody {
    /** PHP's own limit: deeper names are dropped. */
    private static final int DEPTH = 64;
    /** PHP's default of {@code max_input_vars}; PHP drops the rest. */
    static final int MOST_FIELDS = 1000;

    private static final char REPLACEMENT = '\uFFFD';
    private static final String REPLACEMENT_ENCODED = "%EF%BF%BD";

    private FormBody() {}

    /**
     * @throws UnreadableBodyException if it is not in its declared charset (UTF-8 by default), or has too many fields
     */
    static Map<String, @Nullable Object> parse(Payload body) {
        Charset charset = body.charset() == null ? StandardCharsets.UTF_8 : body.charset();
        String text = text(body);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        int number = 0;
        int end;
        for (int at = 0; at < text.length(); at = end + 1) {
            int next = text.indexOf('&', at);
            end = next < 0 ? text.length() : next;
            if (end > at && number++ == MOST_FIELDS) {
                throw new UnreadableBodyException("the form has more than " + MOST_FIELDS + " fields");
            }
            if (end > at) {
                put(fields, text.substring(at, end), charset, at);
            }
        }
        return lists(fields);
    }

    private static String text(Payload body) {
        String text = CharsetDecoding.strictly(body.bytes(), body.from(), StandardCharsets.UTF_8);
        if (text == null) {
            int at = CharsetDecoding.firstMalformed(body.bytes(), body.from(), StandardCharsets.UTF_8);
            throw new UnreadableBodyException("the form is not UTF-8 " + body.place(at));
        }
        return text;
    }

    private static void put(Map<String, @Nullable Object> fields, String pair, Charset charset, int offset) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        put(fields, decoded(name, charset, offset), decoded(value, charset, offset + equals + 1));
    }

    private static String decoded(String text, Charset charset, int offset) {
        String decoded = percentDecoded(text, charset);
        if (decoded == null) {
            return text;
        }
        boolean replaced = decoded.indexOf(REPLACEMENT) >= 0
                && text.indexOf(REPLACEMENT) < 0
                && !text.toUpperCase(Locale.ROOT).contains(REPLACEMENT_ENCODED);
        if (replaced) {
            throw new UnreadableBodyException(
                    "the form is not " + charset.name() + ", in the text at offset " + offset);
        }
        return decoded;
    }

    /** Null if a percent sign is not followed by two digits. */
    static @Nullable String percentDecoded(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Puts a field where its name says: {@code a[b][]} is the next element of member {@code b} of {@code a}. */
    static void put(Map<String, @Nullable Object> fields, String name, String value) {
        String trimmed = name.stripLeading();
        int bracket = trimmed.indexOf('[');
        String base = bracket < 0 ? trimmed : trimmed.substring(0, bracket);
        if (!base.isEmpty()) {
            put(fields, base.replace('.', '_').replace(' ', '_'), trimmed, bracket, value);
        }
    }

    /** @param bracket index of the first bracket in {@code name}; -1 if there is none */
    private static void put(Map<String, @Nullable Object> fields, String base, String name, int bracket, String value) {
        Map<String, @Nullable Object> at = fields;
        String key = base;
        int open = bracket;
        for (int depth = 0; open >= 0 && depth < DEPTH; depth++) {
            int close = name.indexOf(']', open);
            if (close < 0) {
                break;
            }
            FormArray array = inner(at, key);
            String inside = name.substring(open + 1, close);
            key = inside.isEmpty() ? array.nextIndex() : inside;
            at = array;
            open = close + 1 < name.length() && name.charAt(close + 1) == '[' ? close + 1 : -1;
        }
        at.put(key, value);
    }

    private static FormArray inner(Map<String, @Nullable Object> at, String key) {
        if (at.get(key) instanceof FormArray array) {
            return array;
        }
        FormArray fresh = new FormArray();
        at.put(key, fresh);
        return fresh;
    }

    /** Maps whose keys count up from 0 are lists. */
    static Map<String, @Nullable Object> lists(Map<String, @Nullable Object> fields) {
        fields.replaceAll((name, value) -> value instanceof Map<?, ?> map ? listed(map) : value);
        return fields;
    }

    private static Object listed(Map<?, ?> map) {
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> array = lists((Map<String, @Nullable Object>) map);
        int index = 0;
        for (String key : array.keySet()) {
            if (!key.equals(Integer.toString(index++))) {
                return array;
            }
        }
        return new java.util.ArrayList<>(array.values());
    }
}
