package dev.ticketwire.gateway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Named in {@code kafka.metric.reporters}: which clients of this gateway were given the settings that begin with
 *  {@code kafka.}.
 */
public final class KafkaClients implements MetricsReporter {
    static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    @Override
    public void configure(Map<String, ?> settings) {
        TOLD.add(String.valueOf(settings.get("client.id")));
    }

    @Override
    public void init(List<KafkaMetric> metrics) {
        // Who is told matters, not what.
    }

    @Override
    public void metricChange(KafkaMetric metric) {}

    @Override
    public void metricRemoval(KafkaMetric metric) {}

    @Override
    public void close() {}
}
