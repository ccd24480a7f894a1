package dev.ticketwire.benchmark;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for.
 *
 * @param what {@code create}, {@code update}, {@code mixed}, {@code bulk}, {@code get}, {@code reads}, {@code served}, {@code edge},
 *     {@code paging}, {@code overload}, {@code limits} or {@code all}
 * @param span of each load
 * @param inFlight requests at a time when looking for the most
 * @param rate per second of the open-loop load, and of the writes beside {@code paging}; 0: half of the most, and 200
 * @param key an API key that may create and read
 * @param only a part of the names of the reads that are measured; empty for all
 */
record BenchmarkOptions(String what, MeasuringTime span, int inFlight, double rate, String key, String only) {

    /** @throws IllegalArgumentException naming the option that cannot be used */
    static BenchmarkOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        String what = rest.isEmpty() ? "" : rest.removeFirst();
        if (!List.of(
                        "create",
                        "update",
                        "mixed",
                        "bulk",
                        "get",
                        "reads",
                        "served",
                        "edge",
                        "paging",
                        "overload",
                        "limits",
                        "all")
                .contains(what)) {
            throw new IllegalArgumentException(
                    "Say what to measure: create, update, mixed, bulk, get, reads, served, edge, paging, overload, limits or all.");
        }
        Duration warmUp = Duration.ofSeconds(15);
        Duration measured = Duration.ofSeconds(30);
        int inFlight = 64;
        double rate = 0;
        String key = "DEMOFULLACCESS";
        String only = "";
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--warm-up" -> warmUp = Duration.ofSeconds(number(option, rest));
                case "--seconds" -> measured = Duration.ofSeconds(number(option, rest));
                case "--in-flight" -> inFlight = number(option, rest);
                case "--rate" -> rate = number(option, rest);
                case "--key" -> key = value(option, rest);
                case "--only" -> only = value(option, rest);
                default -> throw new IllegalArgumentException("Unknown option " + option + "; README.md lists them.");
            }
        }
        return new BenchmarkOptions(what, new MeasuringTime(warmUp, measured), inFlight, rate, key, only);
    }

    boolean wants(String part) {
        return what.equals(part) || what.equals("all");
    }

    private static int number(String option, Deque<String> rest) {
        String text = value(option, rest);
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException(option + " needs a whole number from 1 on.");
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.pollFirst();
        if (value == null) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return value;
    }
}
