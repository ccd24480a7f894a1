package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.message.OutcomeHeaders;
import dev.ticketwire.gateway.proxy.HandledCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hands outcomes to the requests that wait for them. Outcomes of other gateways and late outcomes are ignored. */
@ApplicationScoped
class OutcomeConsumer {
    private static final Logger LOG = Logger.getLogger(OutcomeConsumer.class);

    private final PendingRequests pendingRequests;

    OutcomeConsumer(PendingRequests pendingRequests) {
        this.pendingRequests = pendingRequests;
    }

    @Incoming("outcomes")
    void consume(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            String correlation = header(record, OutcomeHeaders.CORRELATION);
            PendingRequest pending = correlation.isEmpty() ? null : pendingRequests.find(correlation);
            if (pending != null) {
                complete(record, pending);
            }
        }
    }

    private void complete(ConsumerRecord<String, byte[]> record, PendingRequest pending) {
        try {
            Outcome outcome = CommandCodec.json().readValue(record.value(), Outcome.class);
            pendingRequests.complete(pending, new HandledCommand(header(record, OutcomeHeaders.FINGERPRINT), outcome));
        } catch (IOException e) {
            // The request asks the query service when its time is up.
            LOG.errorf("an outcome cannot be read: partition %d, offset %d", record.partition(), record.offset());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
