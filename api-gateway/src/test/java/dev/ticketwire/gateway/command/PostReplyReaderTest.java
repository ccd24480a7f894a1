package dev.ticketwire.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostReplyReaderTest {
    private static final RequestTarget TARGET = RequestTarget.of(Operation.REPLY, false, "BUG-0001", "json");

    @Test
    void aMessageAloneIsTheOwnersInMarkdown() {
        PostReply reply = read(Map.of("message", "Thanks!"));

        assertThat(reply)
                .isEqualTo(new PostReply("BUG-0001", null, null, "Thanks!", "markdown", List.of(), "192.0.2.7", false));
    }

    @Test
    void mailsAreSentUnlessTheCallerWantsNone() {
        assertThat(read(Map.of("message", "m", "notify", true)).silent()).isFalse();
        assertThat(read(Map.of("message", "m", "notify", false)).silent()).isTrue();
        assertThat(read(Map.of("message", "m", "notify", "False")).silent()).isTrue();
        assertThat(refused(Map.of("message", "m", "notify", "maybe")).refusal().field())
                .isEqualTo("notify");
    }

    @Test
    void anAgentIsNamedByIdOrText() {
        assertThat(read(Map.of("message", "m", "staffId", 3)).staff()).isEqualTo("3");
        assertThat(read(Map.of("message", "m", "staffId", "mira")).staff()).isEqualTo("mira");
    }

    @Test
    void formatAndAttachmentsAreThoseOfACreate() {
        PostReply reply = read(Map.of(
                "message",
                "m",
                "format",
                "MD",
                "attachments",
                List.of(Map.of("a.txt", "data:text/plain;base64,aGk="))));

        assertThat(reply.format()).isEqualTo("markdown");
        assertThat(reply.attachments().get(0).name()).isEqualTo("a.txt");
        assertThat(reply.attachments().get(0).data()).asString().isEqualTo("hi");
    }

    @Test
    void anAgentAndACustomerDoNotReplyTogether() {
        Refused refused = refused(Map.of("message", "m", "staffId", 3, "email", "nina@example.org"));

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().code()).isEqualTo("two-authors");
        assertThat(refused.refusal().field()).isEqualTo("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\r\n", "\u00a0\u2003"})
    void aBlankMessageIsNone(String message) {
        Refused refused = refused(Map.of("message", message));

        assertThat(refused.refusal().code()).isEqualTo("reply-empty");
        assertThat(refused.refusal().field()).isEqualTo("message");
        assertThat(refused(Map.of("email", "nina@example.org")).refusal().field())
                .isEqualTo("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {" nina@example.org\n", "Nina <nina@example.org>"})
    void ofAnEmailTheAddressCounts(String sent) {
        assertThat(read(Map.of("message", "m", "email", sent)).email()).isEqualTo("nina@example.org");
    }

    @Test
    void theFirstUnknownMemberIsNamed() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("message", "m");
        fields.put("note", "n");
        fields.put("title", "t");

        Refused refused = refused(fields);

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().code()).isEqualTo("unknown-field");
        assertThat(refused.refusal().field()).isEqualTo("note");
    }

    @Test
    void aValueOfAWrongTypeIsNamed() {
        assertThat(refused(Map.of("message", 5)).refusal().field()).isEqualTo("message");
        assertThat(refused(Map.of("message", "m", "staffId", true)).refusal().field())
                .isEqualTo("staffId");
        assertThat(refused(Map.of("message", "m", "staffId", " ")).refusal().field())
                .isEqualTo("staffId");
        assertThat(refused(Map.of("message", "m", "email", 5)).refusal().field())
                .isEqualTo("email");
        assertThat(refused(Map.of("message", "m", "format", "rtf")).refusal().field())
                .isEqualTo("format");
        assertThat(refused(Map.of("message", "m", "attachments", 5)).refusal().field())
                .isEqualTo("attachments");
    }

    private static PostReply read(Map<String, Object> fields) {
        return PostReplyReader.read(TARGET, fields, "192.0.2.7");
    }

    private static Refused refused(Map<String, Object> fields) {
        return catchThrowableOfType(Refused.class, () -> read(fields));
    }
}
