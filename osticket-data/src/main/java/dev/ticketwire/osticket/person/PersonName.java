package dev.ticketwire.osticket.person;

import dev.ticketwire.osticket.body.SubjectText;
import dev.ticketwire.osticket.html.HtmlBody;
import dev.ticketwire.osticket.text.HtmlEntities;
import dev.ticketwire.osticket.text.StoredText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name in its parts. osTicket 1.18 stores a user's name as one string and splits it to show it in the format
 * of {@code client_name_format} or {@code agent_name_format}. Missing parts are empty.
 */
public record PersonName(String entered, String salutation, String first, String middle, String last, String suffix) {
    private static final int STORED_LENGTH = 128;
    /** Characters of addresses that Unicode ignores when it changes case. */
    private static final String WITHIN_WORDS = "'^`";

    private static final Set<String> SALUTATIONS =
            Set.of("mr", "master", "mister", "mrs", "miss", "ms", "dr", "rev", "fr");
    private static final Set<String> SUFFIXES = Set.of(
            "i", "ii", "iii", "iv", "v", "senior", "junior", "jr", "sr", "phd", "apr", "rph", "pe", "md", "ma", "dmd",
            "cme");
    private static final Set<String> PARTICLES = Set.of(
            "vere", "von", "van", "de", "del", "della", "di", "da", "pietro", "vanden", "du", "st", "la", "ter", "bin",
            "ibn");

    /** An agent's name, which is stored in two parts. */
    public static PersonName agent(String first, String last) {
        return new PersonName((first + " " + last).strip(), "", first, "", last, "");
    }

    /** A user's name, split into words. */
    public static PersonName of(String stored) {
        List<String> words = Stream.of(stored.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        int from = words.size() > 1 && SALUTATIONS.contains(bare(words.getFirst())) ? 1 : 0;
        int to = words.size() - from > 1 && SUFFIXES.contains(bare(words.getLast())) ? words.size() - 1 : words.size();
        if (from == to) {
            return new PersonName(stored, "", "", "", "", "");
        }
        int last = startOfLastName(words, from, to);
        return new PersonName(
                stored,
                from == 0 ? "" : words.getFirst(),
                words.get(from),
                String.join(" ", words.subList(from + 1, last)),
                String.join(" ", words.subList(last, to)),
                to == words.size() ? "" : words.getLast());
    }

    /** Particles belong to the last name: {@code van der Berg}. */
    private static int startOfLastName(List<String> words, int from, int to) {
        int last = Math.max(from + 1, to - 1);
        while (last - 1 > from && PARTICLES.contains(bare(words.get(last - 1)))) {
            last--;
        }
        return last;
    }

    /**
     * The name of a new user as osTicket stores it, at most 128 characters: tags stripped, runs of blanks as one,
     * {@code Last, First} turned round, an e-mail address reduced to the words of its local part.
     *
     * @return empty if {@code entered} is
     */
    public static String stored(String entered) {
        String clean = HtmlEntities.decodeOnce(HtmlBody.cleanLine(SubjectText.answer(entered)));
        return StoredText.cut(
                StoredText.storable(EmailAddress.isValid(clean) ? ofAddress(clean) : inOrder(clean)), STORED_LENGTH);
    }

    /**
     * @param format {@code full}, {@code first}, {@code last}, {@code legal}, {@code lastfirst}, {@code formal}, {@code
     *     short}, {@code shortformal}, {@code complete}; anything else means as entered
     * @return empty only if the name is: if no part matches the format, the name as entered
     */
    public String in(String format) {
        String shown = form(format);
        return shown.isEmpty() ? entered : shown;
    }

    /**
     * @param format as for {@link #in}
     * @return empty if the name has no such part
     */
    public String form(String format) {
        return switch (format) {
            case "full" -> joined(first, last);
            case "first" -> first;
            case "last" -> last;
            case "legal" -> joined(first, initial(middle), last);
            case "lastfirst" -> lastFirst();
            case "formal" -> joined(salutation, last);
            case "short" -> joined(first, initial(last));
            case "shortformal" -> joined(initial(first), last);
            case "complete" -> joined(salutation, first, initial(middle), last, suffix);
            default -> entered;
        };
    }

    private String lastFirst() {
        return Stream.of(last, first, suffix).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String initial(String part) {
        return part.isEmpty() ? "" : StoredText.cut(part, 1).toUpperCase(Locale.ROOT) + ".";
    }

    private static String bare(String word) {
        return word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private static String inOrder(String name) {
        String[] parts = name.split(",", -1);
        return switch (parts.length) {
            case 2 -> joined(parts[1].strip(), parts[0].strip());
            case 3 -> joined(parts[1].strip(), parts[0].strip(), parts[2].strip());
            default -> name;
        };
    }

    /** Title case as by {@code mb_convert_case}: a capital after each non-letter, except marks within words. */
    private static String ofAddress(String address) {
        String local = address.substring(0, address.lastIndexOf('@'));
        String words = Arrays.stream(local.split("\\."))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder(words.length());
        boolean inWord = false;
        for (char c : words.toCharArray()) {
            name.append(inWord ? c : Character.toUpperCase(c));
            inWord = WITHIN_WORDS.indexOf(c) < 0 ? Character.isLetter(c) : inWord;
        }
        return name.toString();
    }
}
