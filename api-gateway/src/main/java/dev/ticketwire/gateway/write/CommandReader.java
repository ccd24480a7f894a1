package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.gateway.body.Fields;
import dev.ticketwire.gateway.call.Refused;
import dev.ticketwire.gateway.call.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each write makes of its request. Only shapes are checked; whether a ticket exists, and what ids and names mean,
 * is decided when the command is applied, because the gateway accepts while the database is away.
 */
final class CommandReader {
    private CommandReader() {}

    /**
     * The members of a body, as the operation takes them; empty where it takes none.
     *
     * @throws Refused if the operation has no use for such a body
     */
    static Map<String, @Nullable Object> fields(Target target, @Nullable String contentType, byte[] body) {
        return switch (target.known()) {
            case CREATE -> Fields.decode(contentType, body);
            case UPDATE -> Fields.required(contentType, body, false);
            case LINK -> Fields.required(contentType, body, target.legacy());
            default -> Map.of();
        };
    }

    /**
     * @param clientAddress the caller's, where the command has to name one
     * @throws Refused if a member has not the shape it needs
     */
    static Command command(Target target, Map<String, @Nullable Object> fields, String clientAddress) {
        return switch (target.known()) {
            case CREATE -> OpenTicketReader.read(fields, clientAddress);
            case UPDATE -> UpdateTicketReader.read(target, fields, clientAddress);
            case DELETE -> new DeleteTicket(target.argument());
            case LINK -> LinkTicketReader.read(target, fields);
            case UNLINK -> new UnlinkTicket(target.argument());
            case GET, SEARCH, STATS, STATUSES, PARENT, CHILDREN, DOWNLOAD, RECEIPT ->
                throw new IllegalArgumentException(target.operation() + " is no write");
        };
    }
}
