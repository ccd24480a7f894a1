package dev.ticketwire.gateway.write;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Tells the other gateways through Kafka which creates are unanswered. Each reads all of it, from its beginning when it
 * starts. A record is keyed by the request; its value is the command's id, and {@link #ANSWERED} behind it when that is over.
 */
final class UnansweredTopic {
    private static final Logger LOG = Logger.getLogger(UnansweredTopic.class);
    private static final String ANSWERED = " answered";

    private UnansweredTopic() {}

    @ApplicationScoped
    static class Teller implements CreateAnnouncements {
        private final MutinyEmitter<String> records;

        /** Unbounded here, because the number of unanswered creates bounds it. */
        Teller(
                @Channel("unanswered-told") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                        MutinyEmitter<String> records) {
            this.records = records;
        }

        @Override
        public void unanswered(String request, UUID id) {
            tell(request, id.toString());
        }

        @Override
        public void answered(String request, UUID id) {
            tell(request, id + ANSWERED);
        }

        private void tell(String request, String value) {
            records.sendMessage(Message.of(value)
                            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                    .withKey(request)
                                    .build()))
                    .subscribe()
                    .with(
                            ignored -> {},
                            // This gateway still knows.
                            failure -> LOG.debugf("the others do not hear of a create: %s", failure.getMessage()));
        }
    }

    @ApplicationScoped
    static class Hearer {
        private final UnansweredCreates unanswered;

        Hearer(UnansweredCreates unanswered) {
            this.unanswered = unanswered;
        }

        @Incoming("unanswered")
        void heard(ConsumerRecords<String, String> records) {
            for (ConsumerRecord<String, String> record : records) {
                try {
                    hear(record);
                } catch (RuntimeException e) {
                    LOG.warnf("a record of unanswered creates means nothing: offset %d", record.offset());
                }
            }
        }

        private void hear(ConsumerRecord<String, String> record) {
            String value = record.value();
            if (value.endsWith(ANSWERED)) {
                String id = value.substring(0, value.length() - ANSWERED.length());
                unanswered.heardAnswered(record.key(), UUID.fromString(id));
            } else {
                unanswered.heard(record.key(), UUID.fromString(value), record.timestamp());
            }
        }
    }
}
