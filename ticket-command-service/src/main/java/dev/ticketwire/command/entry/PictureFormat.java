package dev.ticketwire.command.entry;

import java.nio.charset.StandardCharsets;

/** Image formats that browsers display without running code. SVG is excluded, since it may contain scripts. */
final class PictureFormat {
    private static final String[] BEGINNINGS = {
        "\u0089PNG\r\n\u001A\n", "GIF87a", "GIF89a", "\u00FF\u00D8\u00FF", "BM", "II*\0", "MM\0*", "\0\0\1\0"
    };
    private static final int LONGEST = 12;

    private PictureFormat() {}

    /** Whether a file is a picture by its type or, if the type is not an image, by its first bytes. */
    static boolean isOf(NewFile file) {
        return !file.type().contains("svg") && (file.type().startsWith("image/") || beginsLikeOne(file.bytes()));
    }

    private static boolean beginsLikeOne(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.ISO_8859_1);
        for (String beginning : BEGINNINGS) {
            if (head.startsWith(beginning)) {
                return true;
            }
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP")
                || head.startsWith("ftyp", 4)
                        && (head.startsWith("avi", 8) || head.startsWith("hei", 8) || head.startsWith("mif", 8));
    }
}
