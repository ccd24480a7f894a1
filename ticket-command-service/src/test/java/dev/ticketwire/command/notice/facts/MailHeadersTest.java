package dev.ticketwire.command.notice.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailHeadersTest {
    @Test
    void anAnswerRefersToTheWholeChain() {
        String headers =
                "Message-ID: <c@x.example>\nReferences: <a@x.example>\n <b@x.example>\nIn-Reply-To: <z@x.example>\n";

        assertThat(MailHeaders.reference(headers))
                .isEqualTo(new MailReference("<c@x.example>", List.of("<a@x.example>", "<b@x.example>")));
    }

    @Test
    void theMailItAnswersCountsIfItIsOneAndThereIsNoChain() {
        assertThat(MailHeaders.reference("message-id: <c@x.example>\r\nIn-Reply-To: <b@x.example>\r\n"))
                .isEqualTo(new MailReference("<c@x.example>", List.of("<b@x.example>")));
        assertThat(MailHeaders.reference("Message-Id: <c@x.example>\nIn-Reply-To: <a@x.example> <b@x.example>\n"))
                .isEqualTo(new MailReference("<c@x.example>", List.of()));
    }

    @Test
    void aMailWithoutIdIsNoReference() {
        assertThat(MailHeaders.reference("Subject: Message-ID: <c@x.example>\n"))
                .isNull();
        assertThat(MailHeaders.reference("Message-ID: nonsense\n")).isNull();
    }
}
