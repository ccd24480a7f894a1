package dev.ticketwire.gateway.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads the Prometheus text format 0.0.4. A class of our own because no kept library reads it: Prometheus' own Java client
 * only writes. Strict: a line that is none fails the whole text, so that half of an answer is never taken for all of it.
 */
final class PrometheusText {
    private static final int LONGEST_SHOWN = 80;

    private final String line;
    private int at;

    private PrometheusText(String line) {
        this.line = line;
    }

    /** A text that is not in this format. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String line) {
            super("not a line of metrics: " + line.substring(0, Math.min(LONGEST_SHOWN, line.length())));
        }
    }

    /**
     * The samples with wanted names; of other lines only the name is read.
     *
     * @throws Malformed if a line is not of this format
     */
    static List<Sample> parse(String text, Predicate<String> isWanted) {
        List<Sample> samples = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(line -> {
            PrometheusText reader = new PrometheusText(line);
            String name = reader.name();
            if (isWanted.test(name)) {
                samples.add(new Sample(name, reader.labels(), reader.value()));
            }
        });
        return samples;
    }

    private String name() {
        int begin = at;
        while (at < line.length() && isNamePart(line.charAt(at), at == begin)) {
            at++;
        }
        if (at == begin || at == line.length()) {
            throw malformed();
        }
        return line.substring(begin, at);
    }

    private static boolean isNamePart(char c, boolean isFirst) {
        return c == '_' || c == ':' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || !isFirst && c >= '0' && c <= '9';
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        skipBlanks();
        if (peek() != '{') {
            return labels;
        }
        at++;
        skipBlanks();
        while (peek() != '}') {
            String name = name();
            skipBlanks();
            expect('=');
            skipBlanks();
            labels.put(name, quoted());
            skipBlanks();
            if (peek() != '}') {
                expect(',');
                skipBlanks();
            }
        }
        at++;
        return labels;
    }

    private String quoted() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char c = next();
            value.append(c == '\\' ? escaped(next()) : c);
        }
        at++;
        return value.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case '"', '\\' -> c;
            default -> throw malformed();
        };
    }

    /** The value; a time behind it is passed over. */
    private double value() {
        String[] rest = line.substring(at).strip().split("[ \t]+", -1);
        if (rest.length > 2 || rest.length == 2 && !rest[1].matches("-?[0-9]{1,18}")) {
            throw malformed();
        }
        return number(rest[0]);
    }

    private double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> finite(text);
        };
    }

    private double finite(String text) {
        // Java's own forms, such as 1d and 0x1p3, are none of this format.
        if (!text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            throw malformed();
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private char peek() {
        if (at >= line.length()) {
            throw malformed();
        }
        return line.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char c) {
        if (next() != c) {
            throw malformed();
        }
    }

    private Malformed malformed() {
        return new Malformed(line);
    }
}
