package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A full-text query on osTicket's search table. A row of that table holds a ticket's number, subject and answers, or
 * one entry of its thread; all words must be in the same row.
 */
final class FullTextQuery {
    /** A phrase in quotes, or a word, with a star for all words that begin so. */
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|([\\p{L}\\p{N}_]+)(\\*?)");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    /** {@code innodb_ft_min_token_size}; shorter words are not indexed. */
    private static final int SHORTEST = 3;
    /** {@code information_schema.INNODB_FT_DEFAULT_STOPWORD}, those of three letters and more; not indexed either. */
    private static final Set<String> STOPWORDS = Set.of(
            "about", "are", "com", "for", "from", "how", "that", "the", "this", "was", "what", "when", "where", "who",
            "will", "with", "und", "www");

    private static final String JOIN = """
            JOIN (SELECT s.object_id AS ticket_id FROM {_search} s
                  WHERE s.object_type = 'T' AND MATCH (s.title, s.content) AGAINST (? IN BOOLEAN MODE)
                  UNION
                  SELECT th.object_id FROM {_search} s
                    JOIN {thread_entry} e ON e.id = s.object_id AND e.flags & 4 = 0%s
                    JOIN {thread} th ON th.id = e.thread_id AND th.object_type IN ('T', 'C')
                  WHERE s.object_type = 'H' AND MATCH (s.title, s.content) AGAINST (? IN BOOLEAN MODE)
                 ) matching ON matching.ticket_id = t.ticket_id
            """;

    private FullTextQuery() {}

    /**
     * Joins the tickets of the matching rows. Needs the words twice as parameters.
     *
     * @param withNotes whether to search internal notes
     */
    static String join(boolean withNotes) {
        return JOIN.formatted(VisibilitySql.entries("e.type", withNotes));
    }

    /**
     * The words and phrases of {@code text}, all required, in the server's syntax for boolean full-text search.
     *
     * @throws Refused if {@code text} has no word that the index can find
     */
    static String parse(String field, String text) {
        List<String> required = new ArrayList<>();
        Matcher term = TERM.matcher(text);
        while (term.find()) {
            if (term.group(1) != null) {
                addPhrase(term.group(1), required);
            } else {
                addWord(term.group(2), term.group(3), required);
            }
        }
        if (required.isEmpty()) {
            throw Refused.of(
                    ProblemCode.INVALID_VALUE,
                    field + " needs a word of at least three letters that is not one of the most common",
                    field);
        }
        return String.join(" ", required);
    }

    /** @param star empty, or a star for a prefix, which may be short because longer indexed words can begin with it */
    private static void addWord(String word, String star, List<String> required) {
        if (isIndexed(word) || !star.isEmpty() && word.length() >= SHORTEST) {
            required.add("+" + word + star);
        }
    }

    private static void addPhrase(String text, List<String> required) {
        List<String> words =
                WORD.matcher(text).results().map(word -> word.group()).toList();
        if (words.stream().anyMatch(FullTextQuery::isIndexed)) {
            required.add("+\"" + String.join(" ", words) + "\"");
        }
    }

    private static boolean isIndexed(String word) {
        return word.length() >= SHORTEST && !STOPWORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}
