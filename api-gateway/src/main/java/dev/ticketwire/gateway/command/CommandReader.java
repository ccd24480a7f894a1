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
 * What each write makes of its request. Only shapes are checked; whether a ticket exists, and what ids and names mean,
 * is decided when the command is applied, because the gateway accepts while the database is away.
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

    /** @throws Refused if the operation has no use for such a body, or a member has not the shape it needs */
    public ParsedCommand read(Call call, byte[] body) {
        if (!call.target().isMail()) {
            return read(call, fields(call, body));
        }
        Compressed.check(body);
        return new ParsedCommand(guarded(mails.read(body, call.clientAddress())), List.of(), Spellings.NONE);
    }

    /** @throws Refused if a member has not the shape it needs */
    public ParsedCommand read(Call call, Map<String, @Nullable Object> fields) {
        return read(call.target(), fields, call.clientAddress());
    }

    /**
     * @param clientAddress the caller's, where the command has to name one
     * @throws Refused if a member has not the shape it needs
     */
    public ParsedCommand read(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        return new ParsedCommand(
                command(target, fields, clientAddress), ignored.of(target, fields), FieldAliases.of(target, fields));
    }

    /**
     * The members of a body, as the operation takes them; empty where it takes none.
     *
     * @throws Refused if the operation has no use for such a body
     */
    public Map<String, @Nullable Object> fields(Call call, byte[] body) {
        RequestTarget target = call.target();
        String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        int depth = guards.jsonDepth();
        if (!target.legacy()) {
            return switch (target.known()) {
                case CREATE -> ShortPathBody.any(type, body, depth);
                case REPLY, LINK -> ShortPathBody.some(type, body, depth);
                case UPDATE -> ShortPathBody.noForm(type, body, depth);
                default -> Map.of();
            };
        }
        return switch (target.known()) {
            case CREATE -> PluginPathBody.decode(type, body);
            case UPDATE -> PluginPathBody.required(type, body, false);
            case LINK -> PluginPathBody.required(type, body, true);
            default -> Map.of();
        };
    }

    /**
     * Checks what the plugin checks of a body before it looks at the key.
     *
     * @throws Refused if it refuses the body then
     */
    public void checkFirst(RequestTarget target, Map<String, @Nullable Object> fields) {
        if (target.operation() == Operation.LINK) {
            LinkTicketReader.read(target, fields);
        }
    }

    private Command command(RequestTarget target, Map<String, @Nullable Object> fields, String clientAddress) {
        return switch (target.known()) {
            case CREATE -> guarded(OpenTicketReader.read(fields, clientAddress, !target.legacy()));
            case UPDATE -> guarded(UpdateTicketReader.read(target, fields, clientAddress));
            case REPLY -> guarded(PostReplyReader.read(target, fields, clientAddress));
            case DELETE -> new DeleteTicket(target.argument());
            case LINK -> LinkTicketReader.read(target, fields);
            case UNLINK -> new UnlinkTicket(target.argument());
            default -> throw new IllegalArgumentException(target.operation() + " is no single write");
        };
    }

    private Command guarded(Command command) {
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
