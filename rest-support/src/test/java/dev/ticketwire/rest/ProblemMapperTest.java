package dev.ticketwire.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {

    @Test
    void aKnownProblemKeepsItsTextAndCode() {
        Problem problem = ProblemMapper.problem(ProblemException.of(404, "ticket-not-found", "Ticket not found"));

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
    void theUnexpectedSaysNothingOfItself() {
        Problem problem = ProblemMapper.problem(new IllegalStateException("SELECT secret FROM ost_api_key"));

        assertThat(problem).isEqualTo(Problem.of(500, "internal-error", "Internal error"));
    }

    @Test
    void aStatementThatFailsIsAnInternalError() {
        SQLException wrongColumn = new SQLException("Unknown column 'x' in 'WHERE'", "42S22", 1054);

        assertThat(ProblemMapper.problem(new IllegalStateException(wrongColumn)).status())
                .isEqualTo(500);
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailable() {
        assertThat(ProblemMapper.problem(new ReferenceUnavailable()).status()).isEqualTo(503);
        assertThat(ProblemMapper.problem(new IllegalStateException(new SQLException("reset", "08000")))
                        .status())
                .isEqualTo(503);
        assertThat(ProblemMapper.problem(new SQLException("killed", "70100", 1927))
                        .status())
                .isEqualTo(503);
        assertThat(ProblemMapper.problem(new SQLException("no connection", new TimeoutException()))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void theBytesAreTheRecordAsJson() throws IOException {
        Problem problem = Problem.of(400, "invalid-value", "Invalid value for query", "query");

        assertThat(new ObjectMapper().readTree(ProblemResponses.bytes(problem)))
                .isEqualTo(new ObjectMapper().valueToTree(problem));
        assertThat(new ObjectMapper()
                        .readTree(ProblemResponses.bytes(Problem.of(500, "internal-error", "Internal error"))))
                .isEqualTo(new ObjectMapper().valueToTree(Problem.of(500, "internal-error", "Internal error")));
    }
}
