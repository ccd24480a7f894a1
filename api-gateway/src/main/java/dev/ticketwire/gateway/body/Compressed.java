package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.Refused;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Detects compressed bodies without {@code Content-Encoding} by their first bytes. */
public final class Compressed {
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Compressed() {}

    /** @throws Refused 415, naming the format, if {@code body} is one of them */
    public static void check(byte[] body) {
        String format = format(body);
        if (format != null) {
            throw ContentCoding.refused("the body is compressed (" + format + "); send it as it is");
        }
    }

    private static @Nullable String format(byte[] body) {
        if (starts(body, GZIP)) {
            return "gzip";
        }
        if (starts(body, ZSTD)) {
            return "zstd";
        }
        return starts(body, ZIP) ? "zip" : null;
    }

    private static boolean starts(byte[] body, byte[] with) {
        return body.length >= with.length && Arrays.equals(body, 0, with.length, with, 0, with.length);
    }
}
