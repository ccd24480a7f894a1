package dev.ticketwire.gateway.write;

import dev.ticketwire.gateway.body.BufferedBody;
import dev.ticketwire.gateway.call.Call;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes a write's command, and lets its request wait for the outcome. */
@ApplicationScoped
class WriteSender {
    private final PendingRequests pendingRequests;
    private final CommandPublisher publisher;
    private final OutcomePartitions partitions;
    private final UnansweredCreates unanswered;
    private final WriteSettings settings;

    /** Part of every correlation: tells this run's requests from those of other gateways and of earlier runs. */
    private final String run = UUID.randomUUID().toString() + '-';

    private final AtomicLong requests = new AtomicLong();

    WriteSender(
            PendingRequests pendingRequests,
            CommandPublisher publisher,
            OutcomePartitions partitions,
            UnansweredCreates unanswered,
            WriteSettings settings) {
        this.pendingRequests = pendingRequests;
        this.publisher = publisher;
        this.partitions = partitions;
        this.unanswered = unanswered;
        this.settings = settings;
    }

    /** Takes over {@code body}. Must be called on the call's event loop. */
    void send(Call call, BufferedBody body, EncodedCommand command, CommandIdentity identity) {
        Preference preference =
                Preference.of(call.request().headers().getAll("Prefer"), settings.usualWait(), settings.longestWait());
        if (isDeduplicated(call, identity, preference)) {
            send(
                    call,
                    body,
                    command,
                    deduplicated(call, command, identity),
                    new Preference(settings.createWait(), null));
        } else {
            send(call, body, command, identity, preference);
        }
    }

    /**
     * Whether identical requests are one command: clients that do not know receipts repeat a create that takes too
     * long. Mails are identified by their Message-ID instead, and their senders retry for days.
     */
    private static boolean isDeduplicated(Call call, CommandIdentity identity, Preference preference) {
        return call.target().isLegacyCreate()
                && !call.target().isMail()
                && !identity.repeatable()
                && preference.applied() == null;
    }

    private CommandIdentity deduplicated(Call call, EncodedCommand command, CommandIdentity identity) {
        String contentType = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        String key = UnansweredCreates.duplicateKey(call.key().id(), command.fingerprint(), contentType);
        return identity.deduplicated(key, unanswered.idOf(key, identity.id()));
    }

    private void send(
            Call call, BufferedBody body, EncodedCommand command, CommandIdentity identity, Preference preference) {
        ReplyRoute replyTo = nextRoute();
        PendingRequest pending = new PendingRequest(
                call,
                body,
                identity,
                command.fingerprint(),
                replyTo,
                Deadlines.startingNow(preference, settings.acknowledgement()));
        call.setCommandId(identity.id().toString());
        pendingRequests.add(pending);
        publisher
                .publish(call, OutgoingCommand.awaited(identity, command, replyTo))
                .subscribe()
                .with(
                        ignored -> pendingRequests.acknowledged(pending),
                        failure -> pendingRequests.notAcknowledged(pending));
        if (pendingRequests.areFew()) {
            publisher.sendNow();
        }
    }

    private ReplyRoute nextRoute() {
        long order = requests.incrementAndGet();
        OutcomePartitions.Assignment assignment = partitions.assignment();
        int partition = assignment.replyPartition();
        return new ReplyRoute(run + order, order, partition, partition < 0 ? -1 : assignment.epoch());
    }
}
