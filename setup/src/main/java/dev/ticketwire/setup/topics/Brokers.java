package dev.ticketwire.setup.topics;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/** Whether enough brokers are there. */
public final class Brokers {
    private static final int LIMIT_SECONDS = 5;

    private Brokers() {}

    /**
     * @param client settings of Kafka's admin client
     * @param needed number of brokers
     * @return why the topics cannot be created yet; empty if they can
     * @throws IllegalStateException if waiting does not help: wrong settings or credentials
     */
    public static Optional<String> missing(Map<String, String> client, int needed) {
        try (Admin admin = BrokerClient.of(client)) {
            int there = admin.describeCluster()
                    .nodes()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .size();
            return there >= needed ? Optional.empty() : Optional.of("there are " + there + " so far");
        } catch (TimeoutException e) {
            return Optional.of("no answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthenticationException refused) {
                throw new IllegalStateException("The broker refuses the login: " + refused.getMessage(), refused);
            }
            return Optional.of("no answer");
        } catch (KafkaException e) {
            return unusable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A host name that is not known yet may be known soon; other settings stay wrong. */
    private static Optional<String> unusable(KafkaException e) {
        String message = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        if (String.valueOf(message).contains("No resolvable bootstrap")) {
            return Optional.of("the address is not known");
        }
        throw new IllegalStateException("Kafka's client settings are wrong: " + message, e);
    }
}
