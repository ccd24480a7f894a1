package dev.ticketwire.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A read that is measured alone, directly at its service.
 *
 * @param service label of the service
 * @param path builds the path of each request from a counter
 */
record ReadKind(String name, String service, Function<Integer, String> path) {
    private static final int PAGE = 20;
    /** Row before the first one of page 500. */
    private static final int OFFSET = 499 * PAGE;

    static List<ReadKind> all(Connection connection, List<String> numbers) throws SQLException {
        String common = commonWord(connection);
        return Stream.of(
                        tickets(numbers, parents(connection)),
                        searches(common),
                        lists(common, cursor(connection)),
                        statistics())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ReadKind> tickets(List<String> numbers, List<String> parents) {
        return List.of(
                each("get", "query", "/tickets/%s", numbers),
                each("get with its version", "query", "/tickets/%s?versioned=true", numbers),
                each("thread", "query", "/tickets/%s/thread", numbers),
                each("children", "subticket", "/tickets/%s/children", parents));
    }

    private static List<ReadKind> searches(String common) {
        return List.of(
                same("search, newest", "query", "/search?limit=" + PAGE),
                same("search, page 500", "query", "/search?limit=" + PAGE + "&offset=" + OFFSET),
                same("search, common word '" + common + "'", "query", "/search?query=" + common),
                same("search, no hit", "query", "/search?query=zzqxjv"),
                same("search, open, by update", "query", "/search?status=open&sort=updated"));
    }

    private static List<ReadKind> lists(String common, String cursor) {
        return List.of(
                same("list, newest", "query", "/tickets"),
                same("list, page 500 by cursor", "query", "/tickets?cursor=" + cursor),
                same("list, unassigned and open", "query", "/tickets?unassigned=true&state=open"),
                same("list, priority and topic", "query", "/tickets?priority=1&topic=1"),
                same("list, full text, common word", "query", "/tickets?q=" + common),
                same("list, full text, no hit", "query", "/tickets?q=zzqxjv"),
                same("list, counted", "query", "/tickets?state=open&total=true"));
    }

    private static List<ReadKind> statistics() {
        return List.of(
                same("statistics", "stats", "/stats"),
                same("counts by topic, all tickets", "stats", "/statistics/counts?by=topic"),
                same("counts by topic, one priority", "stats", "/statistics/counts?by=topic&priority=1"),
                same("last 30 days", "stats", "/statistics/days"),
                same("times of the last 30 days", "stats", "/statistics/times"));
    }

    private static List<String> parents(Connection connection) throws SQLException {
        String prefix = TicketTables.prefix(connection);
        return TicketTables.column(
                connection,
                "SELECT p.number FROM " + prefix + "ticket p JOIN (SELECT DISTINCT ticket_pid FROM " + prefix
                        + "ticket WHERE ticket_pid > 0 LIMIT 500) c ON c.ticket_pid = p.ticket_id");
    }

    private static ReadKind same(String name, String service, String path) {
        return new ReadKind(name, service, i -> path);
    }

    private static ReadKind each(String name, String service, String path, List<String> numbers) {
        return new ReadKind(name, service, i -> path.formatted(numbers.get(i % numbers.size())));
    }

    /** The most frequent word of a thousand subjects that is long enough for the full-text index. */
    private static String commonWord(Connection connection) throws SQLException {
        Map<String, Integer> words = new HashMap<>();
        for (String subject : TicketTables.column(
                connection,
                "SELECT subject FROM " + TicketTables.prefix(connection)
                        + "ticket__cdata ORDER BY ticket_id DESC LIMIT 1000")) {
            for (String word : List.of(subject.toLowerCase(Locale.ROOT).split("[^a-z]+")).stream()
                    .filter(w -> w.length() > 5)
                    .collect(Collectors.toSet())) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /** The query service's cursor at the end of page 499 of the newest tickets. */
    private static String cursor(Connection connection) throws SQLException {
        String place = TicketTables.column(
                        connection,
                        "SELECT CONCAT('-created', CHAR(31), created, CHAR(31), ticket_id, CHAR(31)) FROM "
                                + TicketTables.prefix(connection)
                                + "ticket ORDER BY created DESC, ticket_id DESC LIMIT 1 OFFSET " + (OFFSET - 1))
                .getFirst();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
