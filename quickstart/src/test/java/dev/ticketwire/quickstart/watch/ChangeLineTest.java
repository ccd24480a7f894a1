package dev.ticketwire.quickstart.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class ChangeLineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aChangeIsToldFromWhatToWhatAndByWhom() throws Exception {
        assertThat(line("ticket.transferred.v1", """
                        {"actor":{"type":"agent","id":1,"name":"Anna Admin"},
                         "before":{"department":{"id":1,"name":"Support"}},
                         "after":{"department":{"id":3,"name":"Sales"}}}"""))
                .isEqualTo("2026-11-30T14:03:22Z  480113    transferred           department Support → Sales"
                        + "  by agent Anna Admin");
    }

    @Test
    void whatTheKindSaysAlreadyIsNotRepeated() throws Exception {
        assertThat(line("ticket.status_changed.v1", """
                        {"actor":{"type":"api_key","id":3},
                         "before":{"status":{"id":1,"name":"Open","state":"open"}},
                         "after":{"status":{"id":3,"name":"Closed","state":"closed"}}}"""))
                .endsWith("  status changed        Open → Closed  by API key 3");
    }

    @Test
    void nothingAndTruthHaveWords() throws Exception {
        assertThat(line("ticket.assigned.v1", """
                        {"actor":{"type":"system"},"before":{"agent":null,"team":{"id":7,"name":null}},
                         "after":{"agent":{"id":2,"name":"Bo"},"team":null}}""")).endsWith("agent none → Bo, team #7 → none  by system");
        assertThat(line("ticket.overdue.v1", """
                        {"actor":{"type":"system"},"before":{"overdue":false},"after":{"overdue":true}}""")).endsWith("no → yes  by system");
    }

    @Test
    void anEntryIsToldByTheBeginningOfItsText() throws Exception {
        assertThat(line("ticket.reply_posted.v1", """
                        {"actor":{"type":"agent","id":2,"name":"Bo"},
                         "after":{"entry":{"id":9,"type":"reply","title":null,"body":"<p>It is\\n <b>open</b>.</p>"}}}""")).endsWith("reply posted          \"It is open .\"  by agent Bo");
    }

    @Test
    void whatStaysIsNotTold() throws Exception {
        assertThat(line("ticket.assigned.v1", """
                        {"actor":{"type":"system"},"before":{"agent":null,"team":null},
                         "after":{"agent":{"id":2,"name":"Bo"},"team":null}}""")).endsWith("assigned              agent none → Bo  by system");
    }

    @Test
    void aNewTicketIsSummarized() throws Exception {
        assertThat(line("ticket.created.v1", """
                        {"actor":{"type":"customer","id":4,"name":"Nina"},"after":{"entry":{"id":9}},
                         "ticket":{"subject":"The gate","department":{"id":1,"name":"Support"},
                                   "status":{"id":1,"name":"Open"}}}"""))
                .endsWith("  created               \"The gate\", in Support, Open  by customer Nina");
    }

    @Test
    void aGapSaysFromWhenToWhenAndWhy() throws Exception {
        assertThat(new ChangeLine(new TerminalText(false)).of(JSON.readTree("""
                        {"type":"feed.gap.v1","time":"2026-11-30T14:03:22Z",
                         "data":{"from":"2026-11-29T00:00:00Z","to":"2026-11-30T14:03:22Z","reason":"log purged"}}""")))
                .isEqualTo("2026-11-30T14:03:22Z  -         feed gap              changes from 2026-11-29T00:00:00Z"
                        + " to 2026-11-30T14:03:22Z may be missing: log purged");
    }

    @Test
    void aSubjectCannotControlTheTerminal() throws Exception {
        assertThat(line("ticket.subject_changed.v1", """
                        {"actor":{"type":"system"},"before":{"subject":"a\\u001b[2Jb"},
                         "after":{"subject":"c\\nd\\u202ee"}}""")).endsWith("a [2Jb → c d e  by system");
    }

    @Test
    void coloursAreForTerminals() throws Exception {
        String event = "{\"type\":\"ticket.deleted.v1\",\"subject\":\"1\"}";

        assertThat(new ChangeLine(new TerminalText(true)).of(JSON.readTree(event)))
                .contains("\u001b[31m");
        assertThat(new ChangeLine(new TerminalText(false)).of(JSON.readTree(event)))
                .doesNotContain("\u001b");
    }

    private static String line(String type, String data) throws JsonProcessingException {
        return new ChangeLine(new TerminalText(false))
                .of(JSON.readTree("{\"type\":\"" + type
                        + "\",\"subject\":\"480113\",\"time\":\"2026-11-30T14:03:22Z\",\"data\":" + data + "}"));
    }
}
