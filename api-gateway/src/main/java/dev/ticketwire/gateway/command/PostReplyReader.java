package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.AttachmentParser;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.osticket.text.WhiteSpace;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses a reply. The plugin has no such operation, so unknown fields are refused. */
final class PostReplyReader {
    private static final Set<String> KNOWN = Set.of("message", "format", "staffId", "email", "attachments", "notify");

    private PostReplyReader() {}

    /**
     * @param fields values as JSON has them
     * @param clientAddress stored on the entry
     * @throws Refused if a field is unknown, missing or of a wrong type, or if both an agent and a customer are named
     */
    static PostReply read(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        checkNames(fields);
        String message = message(fields);
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
                clientAddress,
                !RequestFields.isTrueUnlessFalse(fields, "notify"));
    }

    private static void checkNames(Map<String, @Nullable Object> fields) {
        for (String name : fields.keySet()) {
            if (!KNOWN.contains(name)) {
                throw Refused.unknown(name);
            }
        }
    }

    private static String message(Map<String, @Nullable Object> fields) {
        String message = RequestFields.string(fields, "message");
        if (message == null || WhiteSpace.isBlank(message)) {
            throw Refused.of(ProblemCode.REPLY_EMPTY, "Missing message in request body", "message");
        }
        return message;
    }

    private static @Nullable String notBlank(String field, @Nullable String value) {
        if (value != null && WhiteSpace.isBlank(value)) {
            throw Refused.invalid(field);
        }
        return value;
    }
}
