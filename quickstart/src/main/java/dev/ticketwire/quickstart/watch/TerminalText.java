package dev.ticketwire.quickstart.watch;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Text for a terminal or a file.
 *
 * @param coloured whether to colour it
 */
public record TerminalText(boolean coloured) {
    /** Coloured on a terminal only; {@code NO_COLOR} turns it off. */
    static TerminalText automatic() {
        return new TerminalText(Ansi.AUTO.enabled());
    }

    String styled(Style style, String text) {
        return coloured ? style.on() + text + style.off() : text;
    }

    /** Replaces what could control the terminal or change the direction of the text. */
    public static String harmless(String text) {
        return text.codePoints()
                .map(point -> isHarmless(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
