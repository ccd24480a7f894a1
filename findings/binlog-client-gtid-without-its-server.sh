#!/usr/bin/env bash
# mysql-binlog-connector-java 0.40.6 (Debezium's client): MariadbGtidEventData names server 0 in every GTID.
#
# MariaDB's GTID is domain-server-sequence. The event in the log holds domain and sequence only; the server is in the event's
# header. The client's data class has getServerId() and prints itself as a GTID, but nothing sets its server: every transaction
# reads 0-0-N. Such a text equals no value of @@gtid_binlog_pos, and as a position to resume from it names a transaction that
# no server has. The server has to be taken from the header.
#
# Seen on 2026-11-30: MariaDB 11.4.5 with server_id 7, mysql-binlog-connector-java 0.40.6, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.debezium</groupId><artifactId>mysql-binlog-connector-java</artifactId><version>0.40.6</version></dependency>
<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
SERVER_OPTIONS='--log-bin=log --server-id=7 --binlog-format=ROW'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Gtid.java" <<'JAVA'
import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.*;
import java.sql.*;
import java.util.concurrent.*;

class Gtid {
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        CompletableFuture<String> seen = new CompletableFuture<>();
        BinaryLogClient client = new BinaryLogClient("127.0.0.1", port, "f", "f");
        client.registerEventListener(event -> {
            if (event.getData() instanceof MariadbGtidEventData gtid) {
                seen.complete("domain " + gtid.getDomainId() + ", server in the data " + gtid.getServerId()
                        + ", server in the header " + ((EventHeaderV4) event.getHeader()).getServerId());
            }
        });
        client.connect(10_000);
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/f", "f", "f");
                Statement s = c.createStatement()) {
            s.execute("INSERT INTO t VALUES (1)");
        }
        System.out.println(seen.get(10, TimeUnit.SECONDS));
        client.disconnect();
    }
}
JAVA
client f -e 'CREATE TABLE t (id INT PRIMARY KEY)'
seen=$(java -cp "$classpath" "$work/Gtid.java" "$port" 2>"$work/log")
echo "$seen"
[ "$seen" = 'domain 0, server in the data 0, server in the header 7' ]
