package dev.ticketwire.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A read that is measured by itself, straight at its service.
 *
 * @param service label of the service
 * @param path made anew for every request, from a number that counts up
 */
record ReadKind(String name, String service, Function<Integer, String> path) {
    private static final int PAGE = 20;
    /** Row before the first one of page 500. */
    private static final int OFFSET = 499 * PAGE;

    static List<ReadKind> of(Connection connection, List<String> numbers) throws SQLException {
        String prefix = TicketTables.prefix(connection);
        List<String> parents = TicketTables.column(
                connection,
                "SELECT p.number FROM " + prefix + "ticket p JOIN (SELECT DISTINCT ticket_pid FROM " + prefix
                        + "ticket WHERE ticket_pid > 0 LIMIT 500) c ON c.ticket_pid = p.ticket_id");
        String common = commonWord(connection, prefix);
        String cursor = cursor(connection, prefix);
        List<ReadKind> kinds = new ArrayList<>();
        kinds.add(each("get", "query", "/tickets/%s", numbers));
        kinds.add(each("get with its version", "query", "/tickets/%s?versioned=true", numbers));
        kinds.add(each("thread", "query", "/tickets/%s/thread", numbers));
        kinds.add(each("children", "subticket", "/tickets/%s/children", parents));
        kinds.add(same("search, newest", "query", "/search?limit=" + PAGE));
        kinds.add(same("search, page 500", "query", "/search?limit=" + PAGE + "&offset=" + OFFSET));
        kinds.add(same("search, common word '" + common + "'", "query", "/search?query=" + common));
        kinds.add(same("search, no hit", "query", "/search?query=zzqxjv"));
        kinds.add(same("search, open, by update", "query", "/search?status=open&sort=updated"));
        kinds.add(same("list, newest", "query", "/tickets"));
        kinds.add(same("list, page 500 by cursor", "query", "/tickets?cursor=" + cursor));
        kinds.add(same("list, unassigned and open", "query", "/tickets?unassigned=true&state=open"));
        kinds.add(same("list, priority and topic", "query", "/tickets?priority=1&topic=1"));
        kinds.add(same("list, full text, common word", "query", "/tickets?q=" + common));
        kinds.add(same("list, full text, no hit", "query", "/tickets?q=zzqxjv"));
        kinds.add(same("list, counted", "query", "/tickets?state=open&total=true"));
        kinds.add(same("statistics", "stats", "/stats"));
        kinds.add(same("counts by topic, all tickets", "stats", "/statistics/counts?by=topic"));
        kinds.add(same("counts by topic, one priority", "stats", "/statistics/counts?by=topic&priority=1"));
        kinds.add(same("last 30 days", "stats", "/statistics/days"));
        kinds.add(same("times of the last 30 days", "stats", "/statistics/times"));
        return kinds;
    }

    private static ReadKind same(String name, String service, String path) {
        return new ReadKind(name, service, i -> path);
    }

    private static ReadKind each(String name, String service, String path, List<String> numbers) {
        return new ReadKind(name, service, i -> path.formatted(numbers.get(i % numbers.size())));
    }

    /** The word in most of a thousand subjects, longer than any that the full-text index leaves out. */
    private static String commonWord(Connection connection, String prefix) throws SQLException {
        Map<String, Integer> words = new HashMap<>();
        for (String subject : TicketTables.column(
                connection, "SELECT subject FROM " + prefix + "ticket__cdata ORDER BY ticket_id DESC LIMIT 1000")) {
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

    /** Where page 499 of the newest ends, as the query service writes it. */
    private static String cursor(Connection connection, String prefix) throws SQLException {
        String place = TicketTables.column(
                        connection,
                        "SELECT CONCAT('-created', CHAR(31), created, CHAR(31), ticket_id, CHAR(31)) FROM " + prefix
                                + "ticket ORDER BY created DESC, ticket_id DESC LIMIT 1 OFFSET " + (OFFSET - 1))
                .getFirst();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
