package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.outcome.Outcome;
import dev.ticketwire.contract.outcome.OutcomeHeaders;
import dev.ticketwire.gateway.proxy.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hands outcomes to the requests that wait for them; those of other gateways, and late ones, are nobody's here. */
@ApplicationScoped
class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final Waiting waiting;

    Outcomes(Waiting waiting) {
        this.waiting = waiting;
    }

    @Incoming("outcomes")
    void received(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            String correlation = header(record, OutcomeHeaders.CORRELATION);
            Pending pending = correlation.isEmpty() ? null : waiting.find(correlation);
            if (pending != null) {
                hand(record, pending);
            }
        }
    }

    private void hand(ConsumerRecord<String, byte[]> record, Pending pending) {
        try {
            Outcome outcome = CommandCodec.json().readValue(record.value(), Outcome.class);
            waiting.outcome(pending, new Inbox.Handled(header(record, OutcomeHeaders.FINGERPRINT), outcome));
        } catch (IOException e) {
            // The request asks the inbox when its time is up.
            LOG.errorf("an outcome cannot be read: partition %d, offset %d", record.partition(), record.offset());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
