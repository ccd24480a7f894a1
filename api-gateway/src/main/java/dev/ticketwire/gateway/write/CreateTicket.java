package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.gateway.body.Body;
import dev.ticketwire.gateway.body.BodyReader;
import dev.ticketwire.gateway.body.Fields;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Refused;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Turns a create into a command, and waits with the caller for what becomes of it. */
@ApplicationScoped
public class CreateTicket {
    private final BodyReader bodies;
    private final Waiting waiting;
    private final CommandPublisher publisher;
    private final OutcomePartitions partitions;
    private final WriteSettings settings;

    /** Tells this run's requests from those of another gateway, or of an earlier run. */
    private final String run = UUID.randomUUID().toString() + '-';

    private final AtomicLong requests = new AtomicLong();

    CreateTicket(
            BodyReader bodies,
            Waiting waiting,
            CommandPublisher publisher,
            OutcomePartitions partitions,
            WriteSettings settings) {
        this.bodies = bodies;
        this.waiting = waiting;
        this.publisher = publisher;
        this.partitions = partitions;
        this.settings = settings;
    }

    private record Encoded(byte[] command, String fingerprint) {}

    public void accept(Call call) {
        if (call.target().suffix().equals("email")) {
            throw Refused.of(501, "not-implemented", "Not implemented yet");
        }
        if (waiting.isFull()) {
            throw Refused.unavailable("Too many requests wait for their outcome, try again later");
        }
        String idempotencyKey = call.request().getHeader("Idempotency-Key");
        UUID id = CommandIds.of(call.key().id(), idempotencyKey);
        bodies.read(
                call,
                body -> bodies.decode(
                        call,
                        body,
                        () -> encode(call, body),
                        encoded -> send(call, body, encoded, id, idempotencyKey)));
    }

    private static Encoded encode(Call call, Body body) {
        byte[] bytes = body.bytes().getBytes();
        String contentType = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        OpenTicket command = OpenTicketReader.read(Fields.decode(contentType, bytes), call.clientAddress());
        return new Encoded(CommandCodec.encode(command), CommandIds.fingerprint(OpenTicket.TYPE, "", bytes));
    }

    private void send(Call call, Body body, Encoded encoded, UUID id, @Nullable String idempotencyKey) {
        List<String> prefer = call.request().headers().getAll("Prefer");
        Preference preference = Preference.of(prefer, settings.usualWait(), settings.longestWait());
        OutcomePartitions.Held held = partitions.held();
        int partition = held.one();
        long now = System.nanoTime();
        Pending pending = new Pending(
                call,
                body,
                run + requests.incrementAndGet(),
                id,
                encoded.fingerprint,
                preference,
                idempotencyKey != null,
                partition < 0 ? -1 : held.epoch(),
                now + settings.acknowledgement().toNanos(),
                now + preference.patience().toNanos());
        call.commandId(id.toString());
        waiting.add(pending);
        CommandPublisher.Envelope envelope = new CommandPublisher.Envelope(
                id.toString(),
                OpenTicket.TYPE,
                pending.repeatable ? id.toString() : null,
                call.key().id(),
                encoded.fingerprint,
                partition,
                pending.correlation,
                call.traceparent());
        publisher
                .publish(envelope, encoded.command)
                .subscribe()
                .with(ignored -> waiting.stored(pending), failure -> waiting.notStored(pending));
    }
}
