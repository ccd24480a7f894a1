#!/usr/bin/env bash
# In MariaDB 11.4's binary log, all row events of a transaction carry the same end position by default.
#
# Readers of the log (change data capture) name a change by file, position and row, or resume from the position of the last
# event that they have handled. Up to 10.11 each event's header has the position at which it ends. 11.4 has the server
# variable binlog_legacy_event_pos, OFF by default: events inside a transaction then have the position of the transaction,
# so two statements of one transaction give two events with one position, and an id made of file, position and row number
# in the event names two different changes. With ON the positions differ again. Identity has to come from the GTID and the
# number of the event in it.
#
# Seen on 2026-11-30: MariaDB 11.4.5 read by mysql-binlog-connector-java 0.40.6 (Debezium's client), JDK 25. Exit status 0
# while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.debezium</groupId><artifactId>mysql-binlog-connector-java</artifactId><version>0.40.6</version></dependency>
<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
SERVER_OPTIONS='--log-bin=log --server-id=1 --binlog-format=ROW'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Positions.java" <<'JAVA'
import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;

class Positions {
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        List<Long> ends = new CopyOnWriteArrayList<>();
        CountDownLatch three = new CountDownLatch(3);
        BinaryLogClient client = new BinaryLogClient("127.0.0.1", port, "f", "f");
        client.registerEventListener(event -> {
            if (EventType.isWrite(event.getHeader().getEventType())) {
                ends.add(((EventHeaderV4) event.getHeader()).getNextPosition());
                three.countDown();
            }
        });
        client.connect(10_000);
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/f", "f", "f");
                Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            for (int row = 0; row < 3; row++) {
                s.execute("INSERT INTO t VALUES (" + row + ")");
            }
            c.commit();
        }
        three.await(10, TimeUnit.SECONDS);
        client.disconnect();
        System.out.println(ends.size() + " row events, " + Set.copyOf(ends).size() + " end positions");
    }
}
JAVA
client f -e 'CREATE TABLE t (id INT PRIMARY KEY)'
for legacy in OFF ON; do
  client f -e "DELETE FROM t; SET GLOBAL binlog_legacy_event_pos = $legacy"
  seen=$(java -cp "$classpath" "$work/Positions.java" "$port" 2>"$work/log")
  echo "binlog_legacy_event_pos=$legacy: $seen"
  [ $legacy = OFF ] && expected=1 || expected=3
  [ "$seen" = "3 row events, $expected end positions" ] || { cat "$work/log" >&2; exit 1; }
done
