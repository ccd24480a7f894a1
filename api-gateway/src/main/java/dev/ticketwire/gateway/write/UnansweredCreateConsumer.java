package dev.ticketwire.gateway.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Reads what {@link UnansweredCreatePublisher} of every gateway publishes, from the beginning of the topic. */
@ApplicationScoped
class UnansweredCreateConsumer {
    private static final Logger LOG = Logger.getLogger(UnansweredCreateConsumer.class);

    private final UnansweredCreates unanswered;

    UnansweredCreateConsumer(UnansweredCreates unanswered) {
        this.unanswered = unanswered;
    }

    @Incoming("unanswered")
    void consume(ConsumerRecords<String, String> records) {
        for (ConsumerRecord<String, String> record : records) {
            try {
                consume(record);
            } catch (RuntimeException e) {
                LOG.warnf("a record of unanswered creates is malformed: offset %d", record.offset());
            }
        }
    }

    private void consume(ConsumerRecord<String, String> record) {
        String value = record.value();
        if (value.endsWith(UnansweredCreatePublisher.ANSWERED)) {
            String id = value.substring(0, value.length() - UnansweredCreatePublisher.ANSWERED.length());
            unanswered.learnAnswered(record.key(), UUID.fromString(id));
        } else {
            unanswered.learn(record.key(), UUID.fromString(value), record.timestamp());
        }
    }
}
