package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/**
 * Bytes that the suite has written: the database's binary log, and each topic of the broker.
 *
 * @param byPlace {@code binary log} and names of topics
 */
record StoredBytes(Map<String, Long> byPlace) {

    static StoredBytes now(Connection connection, String bootstrap)
            throws SQLException, ExecutionException, InterruptedException {
        Map<String, Long> bytes = new TreeMap<>();
        String written = TicketTables.column(
                        connection,
                        "SELECT variable_value FROM information_schema.global_status"
                                + " WHERE variable_name = 'Binlog_bytes_written'")
                .getFirst();
        bytes.put("binary log", Long.parseLong(written));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).toList();
            admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .map(LogDirDescription::replicaInfos)
                    .forEach(replicas -> replicas.forEach(
                            (partition, info) -> bytes.merge(topic(partition), info.size(), Long::sum)));
        }
        return new StoredBytes(bytes);
    }

    private static String topic(TopicPartition partition) {
        return partition.topic();
    }

    /** What was written from {@code earlier} on, without places where nothing was. */
    StoredBytes since(StoredBytes earlier) {
        Map<String, Long> written = new TreeMap<>();
        byPlace.forEach((place, bytes) -> {
            long more = bytes - earlier.byPlace.getOrDefault(place, 0L);
            if (more > 0) {
                written.put(place, more);
            }
        });
        return new StoredBytes(written);
    }
}
