package dev.ticketwire.mail.letter;

import dev.ticketwire.osticket.mail.MailFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Makes letters of stored mails: finds their pictures and files, and makes the text of their HTML. */
@ApplicationScoped
public class Letters {
    private static final Logger LOG = Logger.getLogger(Letters.class);

    private final MailFiles files;
    private final DatabaseClock clock;

    Letters(MailFiles files, DatabaseClock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** @throws IOException if the database does not answer */
    public Letter of(StoredMail mail) throws IOException {
        String html = mail.html();
        if (html == null) {
            String text = mail.text() == null ? "" : mail.text();
            return new Letter(
                    mail, null, text, List.of(), attached(mail, Set.of()), clock.offset(mail.created()), files);
        }
        Document parsed = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        ShownPictures shown = ShownPictures.of(html, parsed);
        Map<String, StoredFile> byKey = files.byKey(shown.keys());
        List<StoredFile> pictures = ShownPictures.inOrder(shown.keys(), byKey);
        return new Letter(
                mail,
                shown.html(contentIds(byKey)),
                PlainText.of(parsed) + "\n\nRef-Mid: " + withoutBrackets(mail.messageId()),
                pictures,
                attached(mail, ids(pictures)),
                clock.offset(mail.created()),
                files);
    }

    /** A file that is shown is not attached as well. */
    private List<StoredFile> attached(StoredMail mail, Set<Integer> shown) throws IOException {
        List<MailFile> wanted =
                mail.files().stream().filter(file -> !shown.contains(file.id())).toList();
        Map<Integer, StoredFile> byId =
                files.byId(wanted.stream().map(MailFile::id).distinct().toList());
        List<StoredFile> attached = new ArrayList<>();
        for (MailFile file : wanted) {
            @Nullable StoredFile stored = byId.get(file.id());
            if (stored == null) {
                LOG.warnf("mail %d is sent without file %d, which cannot be read", mail.id(), file.id());
            } else {
                attached.add(stored.named(file.name()));
            }
        }
        return attached;
    }

    private static Map<String, String> contentIds(Map<String, StoredFile> byKey) {
        Map<String, String> ids = new HashMap<>();
        byKey.values().forEach(file -> ids.put(file.key().toLowerCase(Locale.ROOT), file.contentId()));
        return ids;
    }

    private static Set<Integer> ids(List<StoredFile> files) {
        Set<Integer> ids = new HashSet<>();
        files.forEach(file -> ids.add(file.id()));
        return ids;
    }

    private static String withoutBrackets(String messageId) {
        String id = messageId.strip();
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }
}
