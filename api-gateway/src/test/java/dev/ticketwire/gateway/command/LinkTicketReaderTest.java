package dev.ticketwire.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkTicketReaderTest {

    @Test
    void theChildIsTextOrAWholeNumberAndKeptAsItCame() {
        assertThat(read("100018", "100020")).isEqualTo(new LinkTicket("100020", "100018"));
        assertThat(read("100018", 100020)).isEqualTo(new LinkTicket("100020", "100018"));
        assertThat(read("100018", " 100020 ")).isEqualTo(new LinkTicket(" 100020 ", "100018"));
    }

    @Test
    void aChildThatIsNoneIsMissing() {
        for (Object none : Arrays.asList(null, "", "0", 0)) {
            assertThat(refused("100018", none).refusal().text()).isEqualTo("Missing childId in request body");
        }
        assertThat(Objects.requireNonNull(catchThrowableOfType(
                                Refused.class, () -> LinkTicketReader.read(legacy("1"), Map.of("childNumber", "2"))))
                        .refusal().text())
                .isEqualTo("Missing childId in request body");
    }

    @Test
    void aChildThatCannotBeANumberIsInvalid() {
        for (Object wrong : List.of(true, List.of("1"), Map.of("a", 1), 1.5)) {
            assertThat(refused("100018", wrong).refusal().text()).isEqualTo("Invalid child ticket number");
        }
    }

    @Test
    void noTicketHangsUnderItselfHoweverItIsSpelt() {
        assertThat(refused("100018", "100018").refusal().text()).isEqualTo("Cannot link ticket to itself");
        assertThat(refused("100018", 100018).refusal().text()).isEqualTo("Cannot link ticket to itself");
        assertThat(refused("BUG-0001", "bug-0001").refusal().text()).isEqualTo("Cannot link ticket to itself");
    }

    @Test
    void theChildIsLookedAtBeforeTheParent() {
        assertThat(refused("0", "").refusal().text()).isEqualTo("Missing childId in request body");
        assertThat(refused("0", "100020").refusal().text()).isEqualTo("Invalid parent ticket number");
    }

    @Test
    void onAShortPathTheChildIsTheNumber() {
        RequestTarget target = RequestTarget.of(Operation.LINK, false, "100018", "json");

        assertThat(LinkTicketReader.read(target, Map.of("number", "100020")))
                .isEqualTo(new LinkTicket("100020", "100018"));
        Refused refused = Objects.requireNonNull(
                catchThrowableOfType(Refused.class, () -> LinkTicketReader.read(target, Map.of("childId", "100020"))));
        assertThat(refused.refusal().text()).isEqualTo("Missing number in request body");
        assertThat(refused.refusal().code()).isEqualTo("child-missing");
        assertThat(refused.refusal().field()).isEqualTo("number");
    }

    private static RequestTarget legacy(String parent) {
        return RequestTarget.of(Operation.LINK, true, parent, "json");
    }

    private static LinkTicket read(String parent, @Nullable Object child) {
        return LinkTicketReader.read(legacy(parent), Collections.singletonMap("childId", child));
    }

    private static Refused refused(String parent, @Nullable Object child) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, () -> read(parent, child)));
    }
}
