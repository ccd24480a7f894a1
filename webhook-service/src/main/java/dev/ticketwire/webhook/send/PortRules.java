package dev.ticketwire.webhook.send;

import java.util.List;

/** The ports that may be called. */
final class PortRules {
    private static final int HIGHEST = 65_535;

    private record Range(int first, int last) {}

    private final List<Range> ranges;

    /**
     * @param texts ports and ranges such as {@code 9000-9100}
     * @throws IllegalArgumentException if one is neither
     */
    PortRules(List<String> texts) {
        this.ranges = texts.stream().map(PortRules::range).toList();
    }

    private static Range range(String text) {
        try {
            String[] ends = text.strip().split("-", 2);
            Range range = new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            if (range.first >= 1 && range.first <= range.last && range.last <= HIGHEST) {
                return range;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException("not a port or a range of ports: " + text);
    }

    boolean allow(int port) {
        return ranges.stream().anyMatch(range -> port >= range.first && port <= range.last);
    }
}
