package dev.ticketwire.gateway.health;

/**
 * Whether a gateway should get requests. Kafka must have been reached once. Its absence later is the same for all
 * gateways: if it counted, a load balancer would take all of them out at once, and reads with them, which need no Kafka.
 * Writes get 503 with Retry-After meanwhile.
 */
final class Serving {
    private volatile boolean hasReachedKafka;

    /**
     * @param canCheckKeys whether the reference data are available
     * @param canWrite whether commands can be sent and answered now
     */
    boolean isUp(boolean canCheckKeys, boolean canWrite) {
        hasReachedKafka |= canWrite;
        return canCheckKeys && hasReachedKafka;
    }
}
