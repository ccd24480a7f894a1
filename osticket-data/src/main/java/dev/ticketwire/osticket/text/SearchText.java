package dev.ticketwire.osticket.text;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The texts of osTicket's search table ({@code _search.title} and {@code _search.content} of osTicket 1.18), for types
 * T (ticket), H (thread entry) and U (user). {@code 0} counts as empty.
 */
public final class SearchText {
    private static final int ADDRESS_LENGTH = 255;

    private SearchText() {}

    /** NFC, each run of white space reduced to its first character, trimmed; empty for {@code 0}. */
    public static String searchable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        boolean blank = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            boolean wasBlank = blank;
            blank = WhiteSpace.isBlank(c);
            if (!blank || !wasBlank && !out.isEmpty()) {
                out.append(c);
            }
        }
        if (blank && !out.isEmpty()) {
            out.setLength(out.length() - 1);
        }
        return out.length() == 1 && out.charAt(0) == '0' ? "" : out.toString();
    }

    /** The title of a ticket: number, one blank, subject. */
    public static String ticketTitle(String number, String subject) {
        String words = searchable(subject);
        return number + " " + (words.isEmpty() && subject.strip().equals("0") ? "0" : words);
    }

    /**
     * The content of a ticket: the displayed answers of all its forms, one per line.
     *
     * @param answers in the order of forms and fields; see {@code FieldAnswer.display}
     */
    public static String ticketContent(List<String> answers) {
        return searchable(answers.stream()
                .map(SearchText::searchable)
                .filter(answer -> !answer.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    /** The title of a thread entry, as stored. */
    public static String entryTitle(@Nullable String title) {
        return title == null || title.equals("0") ? "" : title;
    }

    /** The title of a user: the name. */
    public static String userTitle(String name) {
        return searchable(name);
    }

    /**
     * The content of a user: answers, a blank, and the address twice, as entered and as the column holds it.
     *
     * @param answers the displayed answers of the user's form; see {@code FieldAnswer.display}
     */
    public static String userContent(List<String> answers, String address) {
        return ticketContent(answers) + " " + address + "\n" + StoredText.cut(address, ADDRESS_LENGTH);
    }

    /** The words of a stored HTML body: a blank for each tag, entities decoded, runs of white space as one blank. */
    public static String ofHtml(String html) {
        StringBuilder words = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                words.append(node instanceof TextNode text ? text.getWholeText() : " ");
            }

            @Override
            public void tail(Node node, int depth) {
                if (!(node instanceof TextNode)) {
                    words.append(' ');
                }
            }
        });
        return searchable(WhiteSpace.asOne(words));
    }
}
