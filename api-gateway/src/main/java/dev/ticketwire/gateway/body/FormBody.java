package dev.ticketwire.gateway.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Form fields as PHP names them: {@code a[b]=1} is a member of {@code a}, {@code a[]=1} an element of it. */
final class FormBody {
    /** PHP's own limit: deeper names are dropped. */
    private static final int DEPTH = 64;

    private FormBody() {}

    static Map<String, @Nullable Object> urlencoded(byte[] bytes) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            put(fields, decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return lists(fields);
    }

    /** Fields only: files of a form are not looked at. Empty if it cannot be read. */
    static Map<String, @Nullable Object> multipart(byte[] bytes, String contentType) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (!HttpPostRequestDecoder.isMultipart(request(Unpooled.EMPTY_BUFFER, contentType))) {
            return fields; // no boundary, which Netty's decoder takes for granted
        }
        ByteBuf content = Unpooled.wrappedBuffer(bytes);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), request(content, contentType), StandardCharsets.UTF_8);
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                if (part instanceof Attribute attribute) {
                    put(fields, attribute.getName(), attribute.getValue());
                }
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException | IOException e) {
            fields.clear();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
        return lists(fields);
    }

    private static DefaultFullHttpRequest request(ByteBuf content, String contentType) {
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", content, headers, EmptyHttpHeaders.INSTANCE);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void put(Map<String, @Nullable Object> fields, String name, String value) {
        String trimmed = name.stripLeading();
        int bracket = trimmed.indexOf('[');
        String base = (bracket < 0 ? trimmed : trimmed.substring(0, bracket))
                .replace('.', '_')
                .replace(' ', '_');
        if (base.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> at = fields;
        String key = base;
        int open = bracket;
        for (int depth = 0; open >= 0; depth++) {
            int close = trimmed.indexOf(']', open);
            if (close < 0 || depth == DEPTH) {
                break;
            }
            at = inner(at, key);
            String inside = trimmed.substring(open + 1, close);
            key = inside.isEmpty() ? nextIndex(at) : inside;
            open = close + 1 < trimmed.length() && trimmed.charAt(close + 1) == '[' ? close + 1 : -1;
        }
        at.put(key, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> inner(Map<String, @Nullable Object> at, String key) {
        Object there = at.get(key);
        if (there instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        Map<String, @Nullable Object> fresh = new LinkedHashMap<>();
        at.put(key, fresh);
        return fresh;
    }

    private static String nextIndex(Map<String, @Nullable Object> array) {
        int next = 0;
        while (array.containsKey(Integer.toString(next))) {
            next++;
        }
        return Integer.toString(next);
    }

    /** Maps whose keys count up from 0 are lists. */
    private static Map<String, @Nullable Object> lists(Map<String, @Nullable Object> fields) {
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
