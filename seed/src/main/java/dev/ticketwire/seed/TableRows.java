package dev.ticketwire.seed;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects rows of a table in the format of LOAD DATA: tabs between values, a line feed after each row. */
final class TableRows {
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int count;
    private boolean begun;

    TableRows number(long number) {
        separate();
        return ascii(Long.toString(number));
    }

    /** Null becomes NULL. */
    TableRows text(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        separate();
        text.chars().forEach(this::escaped);
        return this;
    }

    /** One value after the other. */
    TableRows numbers(long... numbers) {
        for (long number : numbers) {
            number(number);
        }
        return this;
    }

    /** One value after the other. */
    TableRows texts(@Nullable String... texts) {
        for (String text : texts) {
            text(text);
        }
        return this;
    }

    /** One value after the other. */
    TableRows times(long... times) {
        for (long time : times) {
            time(time);
        }
        return this;
    }

    /** 0 becomes NULL. */
    TableRows reference(long id) {
        return id == 0 ? nothing() : number(id);
    }

    TableRows nothing() {
        separate();
        return ascii("\\N");
    }

    /** @param time seconds since 1970 on the database's clock, {@link Long#MIN_VALUE} for NULL */
    TableRows time(long time) {
        if (time == Long.MIN_VALUE) {
            return nothing();
        }
        separate();
        LocalDateTime clock = LocalDateTime.ofEpochSecond(time, 0, ZoneOffset.UTC);
        digits(clock.getYear(), 4, '-');
        digits(clock.getMonthValue(), 2, '-');
        digits(clock.getDayOfMonth(), 2, ' ');
        digits(clock.getHour(), 2, ':');
        digits(clock.getMinute(), 2, ':');
        digits(clock.getSecond(), 2, '\0');
        return this;
    }

    void end() {
        put((byte) '\n');
        begun = false;
        count++;
    }

    int count() {
        return count;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    private void separate() {
        if (begun) {
            put((byte) '\t');
        }
        begun = true;
    }

    private void digits(int number, int width, char after) {
        int divisor = width == 4 ? 1000 : 10;
        for (int rest = number; divisor > 0; divisor /= 10) {
            put((byte) ('0' + rest / divisor % 10));
        }
        if (after != '\0') {
            put((byte) after);
        }
    }

    private void escaped(int c) {
        switch (c) {
            case '\\' -> ascii("\\\\");
            case '\t' -> ascii("\\t");
            case '\n' -> ascii("\\n");
            default -> character((char) c);
        }
    }

    private void character(char c) {
        if (c < 0x80) {
            put((byte) c);
        } else {
            for (byte part : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                put(part);
            }
        }
    }

    private TableRows ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put((byte) text.charAt(i));
        }
        return this;
    }

    private void put(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = b;
    }
}
