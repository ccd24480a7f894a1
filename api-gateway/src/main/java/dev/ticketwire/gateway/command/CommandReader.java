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
import dev.ticketwire.gateway.body.Compressed;
import dev.ticketwire.gateway.body.Fields;
import dev.ticketwire.gateway.body.Guards;
import dev.ticketwire.gateway.body.ShortBody;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Refused;
import dev.ticketwire.gateway.call.Target;
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
    private final Guards guards;
    private final MailReader mails;
    private final IgnoredMembers ignored;

    CommandReader(Guards guards, MailReader mails, IgnoredMembers ignored) {
        this.guards = guards;
        this.mails = mails;
        this.ignored = ignored;
    }

    /**
     * What a request asks for.
     *
     * @param ignored names of members that nothing is made of
     * @param spellings of the members that something is made of
     */
    public record Asked(Command command, List<String> ignored, Spellings spellings) {}

    /** @throws Refused if the operation has no use for such a body, or a member has not the shape it needs */
    public Asked read(Call call, byte[] body) {
        if (!call.target().isMail()) {
            return read(call, fields(call, body));
        }
        Compressed.check(body);
        return new Asked(guarded(mails.read(body, call.clientAddress())), List.of(), Spellings.NONE);
    }

    /** @throws Refused if a member has not the shape it needs */
    public Asked read(Call call, Map<String, @Nullable Object> fields) {
        return read(call.target(), fields, call.clientAddress());
    }

    /**
     * @param clientAddress the caller's, where the command has to name one
     * @throws Refused if a member has not the shape it needs
     */
    public Asked read(Target target, Map<String, @Nullable Object> fields, String clientAddress) {
        return new Asked(
                command(target, fields, clientAddress), ignored.of(target, fields), FurtherNames.of(target, fields));
    }

    /**
     * The members of a body, as the operation takes them; empty where it takes none.
     *
     * @throws Refused if the operation has no use for such a body
     */
    public Map<String, @Nullable Object> fields(Call call, byte[] body) {
        Target target = call.target();
        String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        int depth = guards.jsonDepth();
        if (!target.legacy()) {
            return switch (target.known()) {
                case CREATE -> ShortBody.any(type, body, depth);
                case REPLY, LINK -> ShortBody.some(type, body, depth);
                case UPDATE -> ShortBody.noForm(type, body, depth);
                default -> Map.of();
            };
        }
        return switch (target.known()) {
            case CREATE -> Fields.decode(type, body);
            case UPDATE -> Fields.required(type, body, false);
            case LINK -> Fields.required(type, body, true);
            default -> Map.of();
        };
    }

    /**
     * Checks what the plugin checks of a body before it looks at the key.
     *
     * @throws Refused if it refuses the body then
     */
    public void checkFirst(Target target, Map<String, @Nullable Object> fields) {
        if (target.operation() == Operation.LINK) {
            LinkTicketReader.read(target, fields);
        }
    }

    private Command command(Target target, Map<String, @Nullable Object> fields, String clientAddress) {
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
