package dev.ticketwire.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Realistic text: words of common lengths, never the same text twice. */
final class SampleText {
    private static final String[] WORDS = """
            a about after again and any at battery been belt brake but by cannot chain day does for from gear has have \
            help in invoice is it keeps lamp light loose makes my new no noise not of on once order our pedal please \
            pump repair right since sound still that the then this to tyre today tomorrow until wheel when which \
            window with without yesterday you your""".split(" ");

    private SampleText() {}

    /** @return at least {@code length} characters */
    static String of(int length) {
        StringBuilder text = new StringBuilder(length + 12);
        while (text.length() < length) {
            text.append(text.isEmpty() ? "" : " ").append(word());
        }
        return text.toString();
    }

    static String words(int count) {
        return Stream.generate(SampleText::word).limit(count).collect(Collectors.joining(" "));
    }

    private static String word() {
        return WORDS[ThreadLocalRandom.current().nextInt(WORDS.length)];
    }
}
