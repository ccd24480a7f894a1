package dev.ticketwire.osticket.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceUnavailable;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFaultsTest {
    private final DatabaseFaults faults = new DatabaseFaults();

    static Stream<Throwable> away() {
        return Stream.of(
                new ReferenceUnavailable(),
                new IllegalStateException(new SQLException("reset", "08000")),
                new SQLException("killed", "70100", 1927),
                new SQLException("no connection", new TimeoutException()));
    }

    @ParameterizedTest
    @MethodSource("away")
    void aDatabaseThatIsAwayIsUnavailable(Throwable fault) {
        assertThat(faults.translate(fault))
                .isEqualTo(new Refusal("database-unavailable", 503, "The help desk's database is not available", null));
    }

    @Test
    void aStatementThatTookTooLongIsTooBroad() {
        Throwable fault = new IllegalStateException(new SQLException("max_statement_time exceeded", "70100", 1969));

        assertThat(faults.translate(fault))
                .isEqualTo(new Refusal(
                        "too-broad", 422, "This takes too long to find: narrow it down by further filters", null));
    }

    @Test
    void aStatementThatFailsIsNotKnown() {
        SQLException wrongColumn = new SQLException("Unknown column 'x' in 'WHERE'", "42S22", 1054);

        assertThat(faults.translate(new IllegalStateException(wrongColumn))).isNull();
    }
}
