package dev.ticketwire.gateway.bulk;

import dev.ticketwire.contract.command.RefuseItem;
import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.access.ApiKeyCheck;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Operation.Permission;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.command.CommandReader;
import dev.ticketwire.gateway.command.ParsedCommand;
import dev.ticketwire.osticket.reference.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns an operation of a bulk into the command that a single request would send, or into its refusal. */
@ApplicationScoped
class BulkItemReader {
    private static final String OP = "op";
    private static final String DATA = "data";
    private static final String NUMBER = "number";
    private static final String PARENT = "parent";

    private final CommandReader reader;

    BulkItemReader(CommandReader reader) {
        this.reader = reader;
    }

    /** The kinds of operations, with their fields. */
    private enum Kind {
        CREATE(Operation.CREATE, Set.of(OP, DATA)),
        UPDATE(Operation.UPDATE, Set.of(OP, NUMBER, DATA)),
        DELETE(Operation.DELETE, Set.of(OP, NUMBER)),
        LINK(Operation.LINK, Set.of(OP, NUMBER, PARENT));

        private final Operation operation;
        private final Set<String> fields;

        Kind(Operation operation, Set<String> fields) {
            this.operation = operation;
            this.fields = fields;
        }

        static Kind of(@Nullable Object op) {
            if (op == null) {
                throw Refused.of(ProblemCode.OP_MISSING, "Missing op", OP);
            }
            for (Kind kind : values()) {
                if (kind.operation.tag().equals(op)) {
                    return kind;
                }
            }
            throw Refused.of(ProblemCode.OP_UNKNOWN, "Unknown op. Allowed: create, update, delete, link", OP);
        }
    }

    ParsedCommand read(ApiKey key, String clientAddress, BulkOperations.ParsedOperation operation) {
        try {
            if (operation.error() != null) {
                throw new Refused(operation.error());
            }
            return parse(key, clientAddress, operation.value());
        } catch (Refused refused) {
            return new ParsedCommand(new RefuseItem(refused.refusal()), List.of(), Spellings.NONE);
        }
    }

    private ParsedCommand parse(ApiKey key, String clientAddress, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "An operation must be a JSON object");
        }
        Kind kind = Kind.of(members.get(OP));
        checkFields(kind, members);
        checkPermission(kind, key);
        return switch (kind) {
            case CREATE -> parse(clientAddress, kind, "", data(members, true));
            case UPDATE -> parse(clientAddress, kind, number(members), data(members, false));
            case DELETE -> parse(clientAddress, kind, number(members), Map.of());
            case LINK -> parse(clientAddress, kind, parent(members), Map.of(NUMBER, number(members)));
        };
    }

    private static void checkFields(Kind kind, Map<?, ?> members) {
        for (Object member : members.keySet()) {
            if (!kind.fields.contains(member)) {
                throw Refused.unknown(member.toString());
            }
        }
    }

    private static void checkPermission(Kind kind, ApiKey key) {
        Permission required = Objects.requireNonNull(kind.operation.permission());
        if (!ApiKeyCheck.isGranted(key, required)) {
            throw Refused.of(ProblemCode.PERMISSION_DENIED, required.deniedText());
        }
    }

    private ParsedCommand parse(
            String clientAddress, Kind kind, String argument, Map<String, @Nullable Object> fields) {
        RequestTarget target = RequestTarget.of(kind.operation, false, argument, "json");
        return reader.read(target, fields, clientAddress);
    }

    private static String number(Map<?, ?> members) {
        return number(members, NUMBER, ProblemCode.NUMBER_MISSING);
    }

    private static String parent(Map<?, ?> members) {
        return number(members, PARENT, ProblemCode.PARENT_MISSING);
    }

    private static String number(Map<?, ?> members, String field, ProblemCode missing) {
        Object number = members.get(field);
        if (number == null || number.equals("")) {
            throw Refused.of(missing, "Missing " + field, field);
        }
        if (number instanceof String || number instanceof Integer || number instanceof Long) {
            return number.toString();
        }
        throw Refused.invalid(field);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> data(Map<?, ?> members, boolean orEmpty) {
        Object data = members.get(DATA);
        if (data == null || (!orEmpty && data.equals(Map.of()))) {
            throw Refused.of(ProblemCode.DATA_MISSING, "Missing data", DATA);
        }
        if (data instanceof Map<?, ?> fields) {
            return (Map<String, @Nullable Object>) fields;
        }
        throw Refused.invalid(DATA);
    }
}
