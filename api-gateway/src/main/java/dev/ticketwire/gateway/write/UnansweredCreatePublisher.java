package dev.ticketwire.gateway.write;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Publishes unanswered creates to the other gateways. A record's key is the request, its value the id of the command;
 * once the client has its answer, {@link #ANSWERED} follows the id. Read by {@link UnansweredCreateConsumer}.
 */
@ApplicationScoped
class UnansweredCreatePublisher implements UnansweredCreateAnnouncer {
    /** Suffix of a record's value. */
    static final String ANSWERED = " answered";

    private static final Logger LOG = Logger.getLogger(UnansweredCreatePublisher.class);

    private final MutinyEmitter<String> records;

    /** The buffer needs no separate limit: the number of unanswered creates bounds it. */
    UnansweredCreatePublisher(
            @Channel("unanswered-told") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<String> records) {
        this.records = records;
    }

    @Override
    public void unanswered(String request, UUID id) {
        publish(request, id.toString());
    }

    @Override
    public void answered(String request, UUID id) {
        publish(request, id + ANSWERED);
    }

    private void publish(String request, String value) {
        Message<String> message = Message.of(value)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(request)
                        .build());
        records.sendMessage(message)
                .subscribe()
                .with(
                        ignored -> {},
                        // This gateway still knows the create.
                        failure -> LOG.debugf("an unanswered create was not published: %s", failure.getMessage()));
    }
}
