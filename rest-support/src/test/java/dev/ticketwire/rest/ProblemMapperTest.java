package dev.ticketwire.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.problem.FaultTranslator;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
    private static final Refusal AWAY = Refusal.of(ProblemCode.DATABASE_UNAVAILABLE, "The database is not available");
    private static final FaultTranslator NONE = fault -> null;
    private static final FaultTranslator OF_STATES = fault -> fault instanceof IllegalStateException ? AWAY : null;

    private final ProblemMapper mapper = new ProblemMapper(List.of(NONE, OF_STATES));

    @Test
    void aRefusalKeepsItsTextAndCode() {
        Problem problem = mapper.problem(Refused.of(ProblemCode.TICKET_NOT_FOUND, "Ticket not found"));

        assertThat(problem)
                .isEqualTo(new Problem(
                        "/problems/ticket-not-found",
                        "ticket not found",
                        404,
                        "Ticket not found",
                        "ticket-not-found",
                        null));
    }

    @Test
    void aFaultThatATranslatorKnowsIsAnsweredAsItSays() {
        Problem problem = mapper.problem(new IllegalStateException("reset by peer"));

        assertThat(problem).isEqualTo(Problem.of(AWAY));
    }

    @Test
    void theUnexpectedSaysNothingOfItself() {
        Problem problem = mapper.problem(new IllegalArgumentException("SELECT secret FROM ost_api_key"));

        assertThat(problem).isEqualTo(Problem.of(Refusal.internalError()));
    }

    @Test
    void theBytesAreTheRecordAsJson() throws IOException {
        Problem problem = Problem.of(Refusal.invalid("query"));
        Problem withoutField = Problem.of(Refusal.internalError());

        assertThat(new ObjectMapper().readTree(Answers.bytes(problem)))
                .isEqualTo(new ObjectMapper().valueToTree(problem));
        assertThat(new ObjectMapper().readTree(Answers.bytes(withoutField)))
                .isEqualTo(new ObjectMapper().valueToTree(withoutField));
    }
}
