package dev.ticketwire.seed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 6,000 words, a few real ones and many invented, with Zipf's distribution: the second is half as frequent as the
 * first, the hundredth a hundredth. A full-text search therefore finds common and rare words.
 */
final class Vocabulary {
    static final int WORDS = 6_000;

    private static final String PLAIN = """
            the and not please with after when again does today since this cannot still printer invoice password order
            screen account error network delivery login update server meeting device report license payment browser
            keyboard monitor contract backup camera battery refund firewall laptop mailbox cable ticket customer office
            request window folder calendar upload download router address document signature warranty project""";
    private static final List<String> BEGINNINGS = List.of(
            "ba", "bro", "cal", "da", "dre", "fal", "gor", "hin", "jo", "kel", "lum", "mar", "no", "pra", "quo", "rel",
            "sto", "tar", "ul", "ver", "wi", "zan");
    private static final List<String> MIDDLES =
            List.of("ba", "ce", "di", "fo", "ga", "li", "mo", "nu", "pe", "ri", "so", "ta", "vu");
    private static final List<String> ENDS = List.of(
            "bel", "cor", "dan", "der", "fin", "gal", "ket", "lor", "men", "nox", "per", "rus", "sel", "tis", "ven",
            "zor", "mat", "lin", "bra", "kon", "dil");
    private static final int SLOTS = 1 << 18;

    private final String[] words;
    private final short[] slots = new short[SLOTS];

    Vocabulary() {
        words = made().toArray(String[]::new);
        fillSlots();
    }

    private static Set<String> made() {
        Set<String> words = new LinkedHashSet<>(List.of(PLAIN.split("\\s+")));
        RandomChoices random = new RandomChoices(0, 4711);
        while (words.size() < WORDS) {
            String middle = random.chance(80) ? random.oneOf(MIDDLES) : "";
            words.add(random.oneOf(BEGINNINGS) + middle + random.oneOf(ENDS));
        }
        return words;
    }

    /** Each word has slots in proportion to its frequency, at least one, so that a draw is one array access. */
    private void fillSlots() {
        double harmonic = 0;
        for (int rank = 1; rank <= WORDS; rank++) {
            harmonic += 1.0 / rank;
        }
        double share = 0;
        int slot = 0;
        for (int rank = 1; rank <= WORDS; rank++) {
            share += 1.0 / rank / harmonic;
            int end = Math.max(slot + 1, (int) (share * SLOTS));
            for (; slot < Math.min(end, SLOTS); slot++) {
                slots[slot] = (short) (rank - 1);
            }
        }
    }

    String word(RandomChoices random) {
        return words[slots[random.nextInt(SLOTS)]];
    }

    /** A word for a subject that is not among the most frequent. */
    String telling(RandomChoices random) {
        return words[10 + random.nextInt(1 + random.nextInt(WORDS - 10))];
    }
}
