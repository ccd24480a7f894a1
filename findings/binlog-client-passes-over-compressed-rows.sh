#!/usr/bin/env bash
# mysql-binlog-connector-java 0.40.6 (Debezium's client) hands over MariaDB's compressed row events as type UNKNOWN without
# data: no row, no exception, no call of onEventDeserializationFailure.
#
# With log_bin_compress=ON MariaDB compresses a row event from 256 bytes on. Short rows of the same table still arrive as
# usual, so a reader seems to work and loses the long ones: here one of two inserts, and the update. The transaction's GTID
# and its end arrive, so positions move on. A reader has to take UNKNOWN behind a table map for an error.
#
# Seen on 2026-11-30: MariaDB 11.4.5, mysql-binlog-connector-java 0.40.6, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.debezium</groupId><artifactId>mysql-binlog-connector-java</artifactId><version>0.40.6</version></dependency>
<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
SERVER_OPTIONS='--log-bin=log --server-id=1 --binlog-format=ROW --log-bin-compress=ON'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Compressed.java" <<'JAVA'
import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;

class Compressed {
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        List<String> seen = new CopyOnWriteArrayList<>();
        CountDownLatch end = new CountDownLatch(1);
        BinaryLogClient client = new BinaryLogClient("127.0.0.1", port, "f", "f");
        client.registerEventListener(event -> {
            EventType type = event.getHeader().getEventType();
            if (EventType.isRowMutation(type) || type == EventType.UNKNOWN) {
                seen.add(type + (event.getData() == null ? " without data" : " with rows"));
            }
            if (EventType.isDelete(type)) {
                end.countDown();
            }
        });
        client.registerLifecycleListener(new BinaryLogClient.AbstractLifecycleListener() {
            @Override
            public void onEventDeserializationFailure(BinaryLogClient from, Exception e) {
                seen.add("failure");
            }
        });
        client.connect(10_000);
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/f", "f", "f");
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE t (id INT PRIMARY KEY, v TEXT)");
            s.execute("INSERT INTO t VALUES (1, 'short')");
            s.execute("INSERT INTO t VALUES (2, REPEAT('x', 1000))");
            s.execute("UPDATE t SET v = REPEAT('y', 1000) WHERE id = 2");
            s.execute("DELETE FROM t WHERE id = 1");
        }
        end.await(10, TimeUnit.SECONDS);
        client.disconnect();
        System.out.println(String.join("\n", seen));
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Compressed.java" "$port" 2>"$work/log")
echo "$seen"
[ "$seen" = 'WRITE_ROWS with rows
UNKNOWN without data
UNKNOWN without data
DELETE_ROWS with rows' ]
