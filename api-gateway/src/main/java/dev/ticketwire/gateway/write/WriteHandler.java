package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.BodyReader;
import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.body.ContentCoding;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.command.CommandReader;
import dev.ticketwire.gateway.command.ParsedCommand;
import dev.ticketwire.rest.IgnoredNames;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns a write into a command, and waits with the caller for what becomes of it. */
@ApplicationScoped
public class WriteHandler {
    private static final Logger LOG = Logger.getLogger(WriteHandler.class);

    private final BodyReader bodies;
    private final CommandReader reader;
    private final PendingRequests pendingRequests;
    private final CommandPublisher publisher;
    private final OutcomePartitions partitions;
    private final UnansweredCreates unanswered;
    private final WriteSettings settings;

    /** Tells this run's requests from those of another gateway, or of an earlier run. */
    private final String run = UUID.randomUUID().toString() + '-';

    private final AtomicLong requests = new AtomicLong();

    WriteHandler(
            BodyReader bodies,
            CommandReader reader,
            PendingRequests pendingRequests,
            CommandPublisher publisher,
            OutcomePartitions partitions,
            UnansweredCreates unanswered,
            WriteSettings settings) {
        this.bodies = bodies;
        this.reader = reader;
        this.pendingRequests = pendingRequests;
        this.publisher = publisher;
        this.partitions = partitions;
        this.unanswered = unanswered;
        this.settings = settings;
    }

    /**
     * @param repeatable whether another request may have sent the same command before
     * @param ifMatch see {@link Precondition}
     */
    private record Identity(
            UUID id, boolean repeatable, @Nullable String ifMatch) {

        /** The same request as the one that {@code first} names, if that is another. */
        Identity as(UUID first) {
            return first.equals(id) ? this : new Identity(first, true, ifMatch);
        }
    }

    /** @param ignored names of the request's members that nothing is made of */
    private record Encoded(
            Command command, byte[] bytes, String fingerprint, List<String> ignored, Spellings spellings) {}

    /**
     * Reads a body, and checks what the plugin checks of it before it looks at the key; then goes on. Must be called in
     * the turn in which the request came in.
     *
     * @param refusal what a caller will be told who may not do this, null if it may
     */
    public void readFirst(Call call, @Nullable Refusal refusal, Consumer<ParsedBody> then) {
        checkCoding(call);
        Consumer<BufferedBody> checked = body -> bodies.decode(
                call, body, () -> checkedFields(call, body), fields -> then.accept(new ParsedBody(body, fields)));
        if (refusal == null) {
            bodies.read(call, checked);
        } else {
            bodies.readLittle(call, refusal, checked);
        }
    }

    private Map<String, @Nullable Object> checkedFields(Call call, BufferedBody body) {
        Map<String, @Nullable Object> fields = reader.fields(call, body.bytes().getBytes());
        reader.checkFirst(call.target(), fields);
        return fields;
    }

    /** Carries out a write whose key has been checked. Must be called in the turn in which the request came in. */
    public void accept(Call call) {
        checkCoding(call);
        Identity identity = admitted(call);
        bodies.read(
                call,
                body -> bodies.decode(
                        call,
                        body,
                        () -> {
                            byte[] bytes = body.bytes().getBytes();
                            return encode(call, identity, reader.read(call, bytes), bytes);
                        },
                        encoded -> send(call, body, encoded, identity)));
    }

    /**
     * Carries out a write whose body was read before its key was checked.
     *
     * @throws Refused if there is no room for it; then the body is still the caller's to release
     */
    public void accept(Call call, ParsedBody sent) {
        Identity identity = admitted(call);
        BufferedBody body = sent.body();
        bodies.decode(
                call,
                body,
                () -> encode(
                        call,
                        identity,
                        reader.read(call, sent.fields()),
                        body.bytes().getBytes()),
                encoded -> send(call, body, encoded, identity));
    }

    /** A body that nobody reads may be coded as it likes. */
    private static void checkCoding(Call call) {
        switch (call.target().known()) {
            case DELETE, UNLINK -> {}
            default -> ContentCoding.check(call.request().headers().getAll(HttpHeaders.CONTENT_ENCODING));
        }
    }

    private Identity admitted(Call call) {
        pendingRequests.checkRoom();
        String idempotencyKey = call.request().getHeader("Idempotency-Key");
        return new Identity(
                CommandIds.of(call.key().id(), idempotencyKey), idempotencyKey != null, Precondition.of(call));
    }

    private static Encoded encode(Call call, Identity identity, ParsedCommand asked, byte[] body) {
        Command command = asked.command();
        String target = call.target().argument() + (identity.ifMatch == null ? "" : '\n' + identity.ifMatch);
        String fingerprint = CommandIds.fingerprint(command.type(), target, body);
        return new Encoded(command, CommandCodec.encode(command), fingerprint, asked.ignored(), asked.spellings());
    }

    /** Names alone: a value may be anything. */
    private static void tell(Call call, List<String> ignored) {
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

    private void send(Call call, BufferedBody body, Encoded encoded, Identity sent) {
        tell(call, encoded.ignored);
        List<String> prefer = call.request().headers().getAll("Prefer");
        Preference usual = Preference.of(prefer, settings.usualWait(), settings.longestWait());
        String sameBytes = knowsNoReceipt(call, sent, usual) ? sameBytes(call, encoded) : null;
        Preference preference = sameBytes == null ? usual : new Preference(settings.createWait(), null);
        Identity identity = sameBytes == null ? sent : sent.as(unanswered.idOf(sameBytes, sent.id));
        OutcomePartitions.Held held = partitions.held();
        int partition = held.one();
        int epoch = partition < 0 ? -1 : held.epoch();
        PendingRequest pending = pending(call, body, encoded.fingerprint, identity, preference, sameBytes, epoch);
        call.commandId(identity.id.toString());
        pendingRequests.add(pending);
        publisher
                .publish(envelope(call, encoded, identity, partition, pending.correlation), encoded.bytes)
                .subscribe()
                .with(ignored -> pendingRequests.stored(pending), failure -> pendingRequests.notStored(pending));
    }

    private PendingRequest pending(
            Call call,
            BufferedBody body,
            String fingerprint,
            Identity identity,
            Preference preference,
            @Nullable String sameBytes,
            int epoch) {
        long now = System.nanoTime();
        long order = requests.incrementAndGet();
        return new PendingRequest(
                call,
                body,
                run + order,
                order,
                identity.id,
                fingerprint,
                preference,
                identity.repeatable,
                sameBytes,
                epoch,
                now,
                now + settings.acknowledgement().toNanos(),
                now + preference.patience().toNanos());
    }

    private static CommandPublisher.Envelope envelope(
            Call call, Encoded encoded, Identity identity, int partition, String correlation) {
        return new CommandPublisher.Envelope(
                identity.id.toString(),
                encoded.command.type(),
                CommandPublisher.key(encoded.command, identity.id, identity.repeatable),
                encoded.command.ticket(),
                call.key(),
                encoded.fingerprint,
                partition,
                correlation,
                identity.ifMatch,
                encoded.spellings,
                call.traceparent());
    }

    /** Mails are told apart by their Message-ID, and their senders try again for days. */
    private static boolean knowsNoReceipt(Call call, Identity identity, Preference preference) {
        return call.target().isLegacyCreate()
                && !call.target().isMail()
                && !identity.repeatable
                && preference.applied() == null;
    }

    private static String sameBytes(Call call, Encoded encoded) {
        return UnansweredCreates.request(
                call.key().id(), encoded.fingerprint, call.request().getHeader(HttpHeaders.CONTENT_TYPE));
    }
}
