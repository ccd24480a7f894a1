package dev.ticketwire.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.problem.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkStatusTest {

    @Test
    void everyItemIsShownInItsPlace() throws JsonProcessingException {
        BulkStatus status = BulkStatus.of(
                4,
                Map.of(
                        2, new Outcome.Applied("i", "100001", 7, null),
                        0, new Outcome.Rejected("j", new Refusal("invalid-json", 400, "Invalid JSON", null)),
                        3, new Outcome.Failed("k", 3, "secret")));

        assertThat(CommandCodec.json().writeValueAsString(status))
                .isEqualTo("{\"status\":\"accepted\",\"items\":4,"
                        + "\"counts\":{\"accepted\":1,\"applied\":1,\"rejected\":1,\"failed\":1},"
                        + "\"operations\":[{\"index\":0,\"status\":\"rejected\",\"problem\":{"
                        + "\"type\":\"/problems/invalid-json\",\"title\":\"invalid json\",\"status\":400,"
                        + "\"detail\":\"Invalid JSON\",\"code\":\"invalid-json\"}},"
                        + "{\"index\":1,\"status\":\"accepted\"},"
                        + "{\"index\":2,\"status\":\"applied\",\"number\":\"100001\"},"
                        + "{\"index\":3,\"status\":\"failed\",\"problem\":{"
                        + "\"type\":\"/problems/internal-error\",\"title\":\"internal error\",\"status\":500,"
                        + "\"detail\":\"Internal error\",\"code\":\"internal-error\"}}]}");
    }

    @Test
    void aBulkIsDoneWhenEveryItemHasAnOutcome() {
        Outcome applied = new Outcome.Applied("i", "100001", 7, null);

        assertThat(BulkStatus.of(2, Map.of(0, applied)).status()).isEqualTo("accepted");
        assertThat(BulkStatus.of(2, Map.of(0, applied, 1, applied)).status()).isEqualTo("done");
    }
}
