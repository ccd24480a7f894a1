package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.access.Authorization;
import dev.ticketwire.gateway.body.BodyReader;
import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.body.ContentCoding;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.call.Responses;
import dev.ticketwire.gateway.command.CommandReader;
import dev.ticketwire.gateway.command.ParsedCommand;
import dev.ticketwire.rest.request.IgnoredNames;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out writes: authorizes the request, turns its body into a command and hands that to {@link WriteSender}. */
@ApplicationScoped
public class WriteHandler {
    private static final Logger LOG = Logger.getLogger(WriteHandler.class);

    private final Authorization authorization;
    private final BodyReader bodies;
    private final CommandReader reader;
    private final PendingRequests pendingRequests;
    private final WriteSender sender;
    private final Responses responses;

    WriteHandler(
            Authorization authorization,
            BodyReader bodies,
            CommandReader reader,
            PendingRequests pendingRequests,
            WriteSender sender,
            Responses responses) {
        this.authorization = authorization;
        this.bodies = bodies;
        this.reader = reader;
        this.pendingRequests = pendingRequests;
        this.sender = sender;
        this.responses = responses;
    }

    /** @param ignored names of the request's fields that the command does not use */
    private record Encoded(EncodedCommand command, List<String> ignored) {}

    /**
     * Carries out a write. Must be called in the turn of the event loop in which the request came in.
     *
     * @throws Refused if it is refused before its body is read; later refusals are sent as responses
     */
    public void accept(Call call) {
        if (checksBodyFirst(call.target())) {
            checkContentCoding(call);
            bodies.read(call, authorization.refusal(call), body -> checkThenAuthorize(call, body));
            return;
        }
        authorization.authorize(call);
        checkContentCoding(call);
        CommandIdentity identity = admit(call);
        bodies.read(call, null, body -> send(call, body, identity, () -> reader.read(call, bytes(body))));
    }

    /** An update or a link on one of the plugin's paths: the plugin checks their bodies before the key. */
    private static boolean checksBodyFirst(RequestTarget target) {
        return target.legacy() && (target.operation() == Operation.UPDATE || target.operation() == Operation.LINK);
    }

    private void checkThenAuthorize(Call call, BufferedBody body) {
        bodies.decode(call, body, () -> checkedFields(call, body), fields -> {
            try {
                authorization.authorize(call);
                send(call, body, admit(call), () -> reader.read(call, fields));
            } catch (RuntimeException e) {
                body.release();
                responses.fail(call, e);
            }
        });
    }

    private Map<String, @Nullable Object> checkedFields(Call call, BufferedBody body) {
        Map<String, @Nullable Object> fields = reader.fields(call, bytes(body));
        reader.checkFirst(call.target(), fields);
        return fields;
    }

    private static byte[] bytes(BufferedBody body) {
        return body.bytes().getBytes();
    }

    /** Deletes and unlinks ignore their body, so its coding does not matter. */
    private static void checkContentCoding(Call call) {
        switch (call.target().known()) {
            case DELETE, UNLINK -> {}
            default -> ContentCoding.check(call.request().headers().getAll(HttpHeaders.CONTENT_ENCODING));
        }
    }

    private CommandIdentity admit(Call call) {
        pendingRequests.checkRoom();
        String idempotencyKey = call.request().getHeader("Idempotency-Key");
        return new CommandIdentity(
                CommandIds.of(call.key().id(), idempotencyKey), idempotencyKey != null, Precondition.of(call), null);
    }

    private void send(Call call, BufferedBody body, CommandIdentity identity, Supplier<ParsedCommand> parse) {
        bodies.decode(call, body, () -> encode(call, identity, parse.get(), bytes(body)), encoded -> {
            warnOfIgnoredFields(call, encoded.ignored);
            sender.send(call, body, encoded.command, identity);
        });
    }

    private static Encoded encode(Call call, CommandIdentity identity, ParsedCommand parsed, byte[] body) {
        String condition = identity.ifMatch() == null ? "" : '\n' + identity.ifMatch();
        String target = call.target().argument() + condition;
        String fingerprint = CommandIds.fingerprint(parsed.command().type(), target, body);
        return new Encoded(EncodedCommand.encode(parsed, fingerprint), parsed.ignored());
    }

    /** Logs the names only: values may be confidential. */
    private static void warnOfIgnoredFields(Call call, List<String> ignored) {
        if (ignored.isEmpty()) {
            return;
        }
        String names = IgnoredNames.listed(ignored);
        LOG.infof(
                "key %d: members of a %s ignored: %s",
                call.key().id(), call.target().tag(), names);
        if (!call.request().response().headWritten()) {
            call.request().response().putHeader(IgnoredNames.HEADER, IgnoredNames.warning(names));
        }
    }
}
