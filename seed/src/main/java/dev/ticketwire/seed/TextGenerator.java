package dev.ticketwire.seed;

/** Generates subjects and sentences of ASCII letters, digits, blanks and full stops, which never need escaping. */
final class TextGenerator {
    private final Vocabulary vocabulary = new Vocabulary();

    /** Three to eight words. */
    String subject(RandomChoices random) {
        StringBuilder text = new StringBuilder(60);
        for (int words = 3 + random.nextInt(6); words > 0; words--) {
            text.append(text.isEmpty() ? "" : " ").append(vocabulary.telling(random));
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.toString();
    }

    /** Sentences of about 300 characters; one text in ten contains a unique reference. */
    String body(RandomChoices random, int runningNumber) {
        StringBuilder text = new StringBuilder(512);
        int length = 120 + random.nextInt(180) + random.nextInt(180);
        while (text.length() < length) {
            sentence(random, text);
        }
        if (random.chance(10)) {
            text.append(" Reference ref")
                    .append(runningNumber)
                    .append('x')
                    .append(random.nextInt(100))
                    .append('.');
        }
        return text.toString();
    }

    private void sentence(RandomChoices random, StringBuilder text) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        int begin = text.length();
        for (int words = 5 + random.nextInt(10); words > 0; words--) {
            text.append(vocabulary.word(random)).append(words > 1 ? " " : ".");
        }
        text.setCharAt(begin, Character.toUpperCase(text.charAt(begin)));
    }
}
