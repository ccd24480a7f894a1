package dev.ticketwire.gateway.body;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Halves of characters, which JSON can write as {@code \ud83d} but no UTF-8, and so no database, can hold. */
final class Surrogates {
    private Surrogates() {}

    /**
     * Whether there is a half without the other.
     *
     * @param json what {@code value} was read from: without an escape of that kind there is none
     */
    static boolean anyAlone(byte[] json, @Nullable Object value) {
        return isEscaped(json) && isAloneIn(value);
    }

    private static boolean isEscaped(byte[] json) {
        for (int i = 0; i + 2 < json.length; i++) {
            if (json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd') {
                return true;
            }
        }
        return false;
    }

    private static boolean isAloneIn(@Nullable Object value) {
        return switch (value) {
            case String text ->
                text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            case Map<?, ?> map ->
                map.entrySet().stream().anyMatch(member -> isAloneIn(member.getKey()) || isAloneIn(member.getValue()));
            case List<?> list -> list.stream().anyMatch(Surrogates::isAloneIn);
            case null, default -> false;
        };
    }
}
