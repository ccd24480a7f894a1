package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.AttachmentParser;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.osticket.text.Blanks;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the fields of a reply to its command. The plugin has no such operation, so a member that is unknown is a mistake. */
final class PostReplyReader {
    private static final Set<String> KNOWN = Set.of("message", "format", "staffId", "email", "attachments");

    private PostReplyReader() {}

    /**
     * @param fields values as JSON has them
     * @param clientAddress stored on the entry
     * @throws Refused for a member that is unknown, of a wrong type or missing, or if both an agent and a customer reply
     */
    static PostReply read(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        for (String member : fields.keySet()) {
            if (!KNOWN.contains(member)) {
                throw Refused.unknown(member);
            }
        }
        String message = RequestFields.string(fields, "message");
        if (message == null || Blanks.isBlank(message)) {
            throw Refused.of(ProblemCode.REPLY_EMPTY, "Missing message in request body", "message");
        }
        String format = Objects.requireNonNullElse(RequestFields.format(fields, "format"), "markdown");
        String staff = notBlank("staffId", RequestFields.idOrName(fields, "staffId"));
        String sent = notBlank("email", RequestFields.string(fields, "email"));
        String email = sent == null ? null : NamedAddress.of(sent).address();
        if (staff != null && email != null) {
            throw Refused.of(
                    ProblemCode.TWO_AUTHORS, "A reply is written by an agent (staffId) or a customer (email)", "email");
        }
        return new PostReply(
                target.argument(),
                staff,
                email,
                message,
                format,
                AttachmentParser.of(fields.get("attachments")),
                clientAddress);
    }

    private static @Nullable String notBlank(String field, @Nullable String value) {
        if (value != null && Blanks.isBlank(value)) {
            throw Refused.invalid(field);
        }
        return value;
    }
}
