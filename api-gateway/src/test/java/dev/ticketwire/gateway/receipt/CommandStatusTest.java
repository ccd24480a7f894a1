package dev.ticketwire.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.message.Outcome;
import org.junit.jupiter.api.Test;

class CommandStatusTest {

    @Test
    void whatIsAnsweredWithANumberShowsTheNumber() throws JsonProcessingException {
        assertThat(status("{\"state\":\"applied\",\"id\":\"i\",\"number\":\"100001\",\"ticketId\":1,\"answer\":null}"))
                .isEqualTo("{\"status\":\"applied\",\"number\":\"100001\"}");
    }

    @Test
    void whatHasAnAnswerOfItsOwnShowsIt() throws JsonProcessingException {
        assertThat(status("{\"state\":\"applied\",\"id\":\"i\",\"number\":\"8\",\"ticketId\":8,"
                        + "\"answer\":{\"success\":true,\"message\":\"m\"}}"))
                .isEqualTo("{\"status\":\"applied\",\"number\":\"8\",\"answer\":{\"success\":true,\"message\":\"m\"}}");
    }

    @Test
    void whatTheRulesRefusedShowsTheProblem() throws JsonProcessingException {
        assertThat(status("{\"state\":\"rejected\",\"id\":\"i\",\"refusal\":{\"code\":\"ticket-not-found\","
                        + "\"status\":404,\"text\":\"Ticket not found\"}}"))
                .contains(
                        "\"status\":\"rejected\"", "\"code\":\"ticket-not-found\"", "\"detail\":\"Ticket not found\"");
    }

    @Test
    void whyACommandFailedIsNotShown() throws JsonProcessingException {
        assertThat(status("{\"state\":\"failed\",\"id\":\"i\",\"attempts\":3,\"reason\":\"SQL error 1064: secret\"}"))
                .contains("\"status\":\"failed\"")
                .doesNotContain("secret");
    }

    private static String status(String outcome) throws JsonProcessingException {
        return CommandCodec.json()
                .writeValueAsString(CommandStatus.of(CommandCodec.json().readValue(outcome, Outcome.class), null));
    }
}
