#!/usr/bin/env bash
# MariaDB writes REPLACE into its row-based log in three ways: delete and insert, one update, or nothing at all.
#
# REPLACE is said to delete the old row and to insert the new one, and the client is told 2 rows. A reader of the log that
# waits for a delete and an insert misses most of them. Where the primary key is the only unique key, the log holds one
# update; where the new row equals the old one, it holds nothing, though the client is told 1 row. Only a further unique key
# gives a delete and an insert.
#
# Seen on 2026-11-30: MariaDB 11.4.5 read by mysql-binlog-connector-java 0.40.6 (Debezium's client), JDK 25. Exit status 0
# while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.debezium</groupId><artifactId>mysql-binlog-connector-java</artifactId><version>0.40.6</version></dependency>
<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
SERVER_OPTIONS='--log-bin=log --server-id=1 --binlog-format=ROW'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Replace.java" <<'JAVA'
import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;

class Replace {
    static final BlockingQueue<String> SEEN = new LinkedBlockingQueue<>();

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        BinaryLogClient client = new BinaryLogClient("127.0.0.1", port, "f", "f");
        client.registerEventListener(event -> {
            EventType type = event.getHeader().getEventType();
            if (type == EventType.QUERY && event.toString().contains("CREATE TABLE mark")) {
                SEEN.add("mark");
            } else if (EventType.isWrite(type) || EventType.isUpdate(type) || EventType.isDelete(type)) {
                SEEN.add(EventType.isWrite(type) ? "insert" : EventType.isUpdate(type) ? "update" : "delete");
            }
        });
        client.connect(10_000);
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/f", "f", "f");
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE one (id INT PRIMARY KEY, v INT)");
            s.execute("CREATE TABLE two (id INT PRIMARY KEY, v INT, u INT UNIQUE)");
            s.execute("INSERT INTO one VALUES (1, 1)");
            s.execute("INSERT INTO two VALUES (1, 1, 1)");
            mark(s, 0);
            report(s, 1, "primary key alone, another value", "REPLACE INTO one VALUES (1, 2)");
            report(s, 2, "primary key alone, equal row", "REPLACE INTO one VALUES (1, 2)");
            report(s, 3, "a second unique key", "REPLACE INTO two VALUES (1, 2, 1)");
        }
        client.disconnect();
    }

    static void report(Statement s, int number, String what, String sql) throws Exception {
        int told = s.executeUpdate(sql);
        System.out.println(what + ": " + told + " rows told, in the log " + mark(s, number));
    }

    static List<String> mark(Statement s, int number) throws Exception {
        s.execute("CREATE TABLE mark" + number + " (id INT)");
        List<String> rows = new ArrayList<>();
        for (String next = SEEN.poll(10, TimeUnit.SECONDS); !"mark".equals(next); next = SEEN.poll(10, TimeUnit.SECONDS)) {
            rows.add(next);
        }
        return rows;
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Replace.java" "$port" 2>"$work/log")
echo "$seen"
[ "$seen" = 'primary key alone, another value: 2 rows told, in the log [update]
primary key alone, equal row: 1 rows told, in the log []
a second unique key: 2 rows told, in the log [delete, insert]' ]
