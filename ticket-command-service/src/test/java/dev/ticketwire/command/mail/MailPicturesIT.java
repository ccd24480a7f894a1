package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.contract.command.Attachment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the pictures and files of mails. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class MailPicturesIT extends ReceiveMailsTestCase {
    private static final String LINE = "~~ write above this line ~~";

    @Test
    void aPictureThatANewTicketShowsIsOneInlineFileHoweverOftenItIsShown() throws SQLException {
        Result.Applied opened = taken(nina().saying("<p>Hi</p>" + "<img src=\"cid:LOGO%40x\">".repeat(5), "html")
                .file(file("plan.pdf", "application/pdf", "p@x"))
                .file(file("logo.png", "image/png", "logo@x"))
                .file(file("other.png", "image/png", "other@x")));

        assertThat(files(opened.ticketId())).containsExactly("plan.pdf 0", "logo.png 1", "other.png 0");
        assertThat(body(opened.ticketId()))
                .isEqualTo("<p>Hi</p>" + "<img src=\"cid:<logo.png>\" alt=\"image\" />".repeat(5));
    }

    @Test
    void aFileThatOnlyWhatIsCleanedAwayNamesStaysAttached() throws SQLException {
        Result.Applied opened = taken(nina().saying(
                        "<p>Hi <!--[if gte vml 1]><v:imagedata src=\"cid:chart@x\"/><![endif]-->(cid:chart@x)</p>",
                        "html")
                .file(file("chart.png", "image/png", "chart@x")));

        assertThat(files(opened.ticketId())).containsExactly("chart.png 0");
        assertThat(body(opened.ticketId())).isEqualTo("<p>Hi (cid:chart@x)</p>");
    }

    @Test
    void anAnswerHasThePicturesOfWhatWasWrittenAndNotThoseOfWhatItQuotes() throws SQLException {
        separated();
        try {
            taken(ayla().about("[#480113]")
                    .saying(
                            "<div>Still broken. <img src=\"cid:shot@x\"></div><blockquote>" + LINE
                                    + "<br>Hi <img src=\"cid:logo@x\"><img src=\"cid:logo2@x\"></blockquote>",
                            "html")
                    .file(file("shot.png", "image/png", "shot@x"))
                    .file(file("logo.png", "image/png", "logo@x"))
                    .file(new Attachment("again.png", "image/png", bytes("logo.png"), null, "logo2@x"))
                    .file(file("log.txt", "text/plain", null)));

            assertThat(files(1)).containsExactly("shot.png 1", "log.txt 0");
            assertThat(body(1)).isEqualTo("<div>Still broken. <img src=\"cid:<shot.png>\" alt=\"image\" /></div>");
        } finally {
            joined();
        }
    }

    @Test
    void anAnswerBelowTheLineKeepsEveryPicture() throws SQLException {
        separated();
        try {
            taken(ayla().about("[#480113]")
                    .saying(LINE + "<br>Hi <img src=\"cid:logo@x\">", "html")
                    .file(file("logo.png", "image/png", "logo@x")));

            assertThat(files(1)).containsExactly("logo.png 1");
        } finally {
            joined();
        }
    }

    @Test
    void plainTextShowsNoPicture() throws SQLException {
        Result.Applied opened =
                taken(nina().saying("See [cid:logo@x]", "text").file(file("logo.png", "image/png", "logo@x")));

        assertThat(files(opened.ticketId())).containsExactly("logo.png 0");
    }

    @Test
    void mailsKnowNoLimitsOfTheMessageField() throws SQLException {
        committed("UPDATE {form_field} SET configuration = '{\"attachments\":false,\"size\":1,\"extensions\":\".pdf\"}'"
                + " WHERE type = 'thread'");
        try {
            TestMail mail = nina();
            for (int i = 0; i < 12; i++) {
                mail.file(file(i + ".exe", "application/x-msdownload", null));
            }
            Result.Applied opened = taken(mail);
            taken(ayla().about("[#480113]").file(file("a.exe", "application/x-msdownload", null)));

            assertThat(files(opened.ticketId())).hasSize(12);
            assertThat(files(1)).containsExactly("a.exe 0");
        } finally {
            commit("UPDATE {form_field} SET configuration = NULL WHERE type = 'thread'");
        }
    }

    @Test
    void aFileThatTheHelpDeskFindsTooLargeIsLeftOutWithANoteAndTheMailStays() throws SQLException {
        committed("UPDATE {config} SET value = '20' WHERE `key` = 'max_file_size'");
        try {
            Result.Applied opened = taken(nina().saying("<p><img src=\"cid:a@x\"></p>", "html")
                    .file(new Attachment("a.png", "image/png", new byte[21], null, "a@x"))
                    .file(new Attachment("b.txt", "text/plain", new byte[20], null)));

            assertThat(files(opened.ticketId())).containsExactly("b.txt 0");
            assertThat(notes(opened.ticketId())).containsExactly("a.png: File size is too large");
        } finally {
            commit("UPDATE {config} SET value = '16777216' WHERE `key` = 'max_file_size'");
        }
    }

    @Test
    void aFileOfNoBytesBecomesANote() throws SQLException {
        Result.Applied opened = taken(nina().file(new Attachment("empty.pdf", "application/pdf", new byte[0], null)));

        assertThat(files(opened.ticketId())).isEmpty();
        assertThat(notes(opened.ticketId())).containsExactly("Unable to save attachment - empty.pdf");
    }

    @Test
    void aMailShowsNoStoredFileByItsKey() throws SQLException {
        desk.run("INSERT INTO {file} (ft, bk, type, size, `key`, signature, name, created) VALUES"
                + " ('T', 'D', 'image/png', 1, 'Private-89012345678901234567890_', 's', 'p.png', NOW())");

        Result.Applied opened = taken(nina().saying("<img src=\"cid:Private-89012345678901234567890_\">", "html"));

        assertThat(files(opened.ticketId())).isEmpty();
    }

    @Test
    void aLongBodyIsStoredAsAFileBesideThePicturesItShows() throws SQLException {
        Result.Applied opened = taken(nina().saying("<img src=\"cid:a@x\">" + "x".repeat(65_000), "html")
                .file(file("a.png", "image/png", "a@x")));

        assertThat(files(opened.ticketId())).hasSize(2).element(0).isEqualTo("a.png 1");
        assertThat(body(opened.ticketId())).isEmpty();
    }

    @Test
    void whatTheAuthorEscapedStays() throws SQLException {
        Result.Applied opened = taken(nina().saying("<p>Run &lt;setup&gt; as &lt;karl@example.net&gt;</p>", "html"));

        assertThat(body(opened.ticketId())).isEqualTo("<p>Run &lt;setup&gt; as &lt;karl@example.net&gt;</p>");
    }

    private void separated() throws SQLException {
        committed("INSERT INTO {config} (namespace, `key`, value, updated) VALUES"
                + " ('core', 'strip_quoted_reply', '1', NOW())");
    }

    private void joined() throws SQLException {
        commit("DELETE FROM {config} WHERE `key` = 'strip_quoted_reply'");
    }

    /** On a ticket's newest entry, in their order: name and whether inline. */
    private List<String> files(long ticket) throws SQLException {
        return desk.column(
                "SELECT CONCAT(IFNULL(a.name, f.name), ' ', a.inline) FROM {attachment} a JOIN {file} f ON f.id = a.file_id"
                        + " WHERE a.type = 'H' AND a.object_id = (SELECT MAX(e.id) FROM {thread_entry} e"
                        + " JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = ?) ORDER BY a.id",
                ticket);
    }

    private List<String> notes(long ticket) throws SQLException {
        return desk.column(
                "SELECT e.body FROM {thread_entry} e JOIN {thread} h ON h.id = e.thread_id"
                        + " WHERE e.title = 'File Import Error' AND h.object_id = ?",
                ticket);
    }

    /** Of a ticket's newest entry, keys of its files written as their names. */
    private String body(long ticket) throws SQLException {
        String body = String.valueOf(desk.row(ENTRY, ticket).get("body"));
        for (String file : desk.column("SELECT CONCAT(`key`, ' ', name) FROM {file} WHERE signature <> 's'")) {
            String[] parts = file.split(" ", 2);
            body = body.replace(parts[0], "<" + parts[1] + ">");
        }
        return body;
    }

    private static Attachment file(String name, String type, @Nullable String contentId) {
        return new Attachment(name, type, bytes(name), null, contentId);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
