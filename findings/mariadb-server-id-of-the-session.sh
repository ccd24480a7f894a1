#!/usr/bin/env bash
# MariaDB 11.4.5: @@server_id is a variable of the session too; a connection goes on answering the id that it began with.
#
# server_id looks like a property of the server, as it is in MySQL. In MariaDB each session has its own copy, made at its start,
# which also goes into the GTIDs of what it writes. After SET GLOBAL server_id, as in a failover script, the pooled connections
# of a program answer the old id and write GTIDs of it, while new ones have the new. @@global.server_id answers for the server.
#
# Seen on 2026-11-30: MariaDB 11.4.5, Connector/J 3.5.7. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
SERVER_OPTIONS='--log-bin=log --server-id=7 --binlog-format=ROW'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Ids.java" <<'JAVA'
import java.sql.*;

class Ids {
    public static void main(String[] args) throws Exception {
        String url = "jdbc:mariadb://127.0.0.1:" + args[0] + "/f";
        try (Connection early = DriverManager.getConnection(url, "f", "f");
                Connection admin = DriverManager.getConnection(url, "f", "f")) {
            admin.createStatement().execute("SET GLOBAL server_id = 8");
            try (Connection late = DriverManager.getConnection(url, "f", "f")) {
                write(early, 1);
                System.out.println("early " + ids(early));
                write(late, 2);
                System.out.println("late " + ids(late));
            }
        }
    }

    static void write(Connection connection, int id) throws SQLException {
        connection.createStatement().execute("INSERT INTO t VALUES (" + id + ")");
    }

    static String ids(Connection connection) throws SQLException {
        ResultSet row = connection.createStatement().executeQuery("SELECT @@server_id, @@global.server_id, @@last_gtid");
        row.next();
        return "@@server_id " + row.getString(1) + ", @@global.server_id " + row.getString(2)
                + ", server in its GTID " + row.getString(3).split("-")[1];
    }
}
JAVA
client f -e 'CREATE TABLE t (id INT PRIMARY KEY)'
seen=$(java -cp "$classpath" "$work/Ids.java" "$port" 2>"$work/log")
echo "$seen"
[ "$seen" = 'early @@server_id 7, @@global.server_id 8, server in its GTID 7
late @@server_id 8, @@global.server_id 8, server in its GTID 8' ]
