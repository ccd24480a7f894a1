package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.Compressed;
import dev.ticketwire.gateway.body.PluginPathBody;
import dev.ticketwire.gateway.body.RequestLimits;
import dev.ticketwire.gateway.body.ShortPathBody;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.mail.MailReader;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses requests into commands. Only types are checked; tickets, ids and names are resolved when the command is
 * applied, because the gateway accepts commands while the database is unavailable.
 */
@ApplicationScoped
public class CommandReader {
    private final RequestLimits guards;
    private final MailReader mails;
    private final IgnoredFields ignored;

    CommandReader(RequestLimits guards, MailReader mails, IgnoredFields ignored) {
        this.guards = guards;
        this.mails = mails;
        this.ignored = ignored;
    }

    /** @throws Refused if the operation does not take such a body, or a field has a wrong type */
    public ParsedCommand read(Call call, byte[] body) {
        if (!call.target().isMail()) {
            return read(call, fields(call, body));
        }
        Compressed.check(body);
        return new ParsedCommand(withinLimits(mails.read(body, call.clientAddress())), List.of(), Spellings.NONE);
    }

    /** @throws Refused if a field has a wrong type */
    public ParsedCommand read(Call call, Map<String, @Nullable Object> fields) {
        return read(call.target(), fields, call.clientAddress());
    }

    /**
     * @param clientAddress of the caller, for commands that store one
     * @throws Refused if a field has a wrong type
     */
    public ParsedCommand read(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        return new ParsedCommand(
                command(target, fields, clientAddress), ignored.of(target, fields), FieldAliases.of(target, fields));
    }

    /**
     * The fields of a body; empty if the operation takes none.
     *
     * @throws Refused if the operation does not take such a body
     */
    public Map<String, @Nullable Object> fields(Call call, byte[] body) {
        RequestTarget target = call.target();
        String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return target.legacy() ? legacyFields(target.known(), type, body) : shortPathFields(target.known(), type, body);
    }

    private static Map<String, @Nullable Object> legacyFields(Operation operation, @Nullable String type, byte[] body) {
        return switch (operation) {
            case CREATE -> PluginPathBody.decode(type, body);
            case UPDATE -> PluginPathBody.required(type, body, false);
            case LINK -> PluginPathBody.required(type, body, true);
            default -> Map.of();
        };
    }

    private Map<String, @Nullable Object> shortPathFields(Operation operation, @Nullable String type, byte[] body) {
        int depth = guards.jsonDepth();
        return switch (operation) {
            case CREATE -> ShortPathBody.any(type, body, depth);
            case REPLY, LINK -> ShortPathBody.some(type, body, depth);
            case UPDATE -> ShortPathBody.noForm(type, body, depth);
            default -> Map.of();
        };
    }

    /**
     * Performs the checks of a body that the plugin does before it checks the key.
     *
     * @throws Refused if one fails
     */
    public void checkFirst(RequestTarget target, Map<String, @Nullable Object> fields) {
        if (target.operation() == Operation.LINK) {
            LinkTicketReader.read(target, fields);
        }
    }

    private Command command(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        return switch (target.known()) {
            case CREATE -> withinLimits(OpenTicketReader.read(fields, clientAddress, !target.legacy()));
            case UPDATE -> withinLimits(UpdateTicketReader.read(target, fields, clientAddress));
            case REPLY -> withinLimits(PostReplyReader.read(target, fields, clientAddress));
            case DELETE -> new DeleteTicket(target.argument());
            case LINK -> LinkTicketReader.read(target, fields);
            case UNLINK -> new UnlinkTicket(target.argument());
            default -> throw new IllegalArgumentException(target.operation() + " is no single write");
        };
    }

    private Command withinLimits(Command command) {
        guards.check(attachments(command));
        return command;
    }

    private static List<Attachment> attachments(Command command) {
        return switch (command) {
            case OpenTicket create -> create.content().attachments();
            case UpdateTicket update when update.note() != null -> update.note().attachments();
            case PostReply reply -> reply.attachments();
            case ReceiveMail mail -> mail.attachments();
            default -> List.of();
        };
    }
}
