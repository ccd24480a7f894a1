#!/usr/bin/env bash
# MariaDB Connector/J 3.5.7 cannot batch INSERT … RETURNING: executeBatch stores the rows, then throws ClassCastException.
#
# The same statement with executeQuery gives the ids of all its rows. In a batch the server carries all of it out, and only
# then the driver fails, in its own code (a result set is cast to an update count). With autocommit the rows stay: a caller
# that repeats what failed stores them twice. Without RETURNING the batch works.
#
# Seen on 2026-11-30: mariadb-java-client 3.5.7, MariaDB 11.4.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Batch.java" <<'JAVA'
import java.sql.*;

class Batch {
    public static void main(String[] args) throws Exception {
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + args[0] + "/f", "f", "f");
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, v INT)");
            batch(c, "INSERT INTO t (v) VALUES (?)");
            batch(c, "INSERT INTO t (v) VALUES (?) RETURNING id");
        }
    }

    static void batch(Connection c, String sql) throws SQLException {
        String result;
        try (PreparedStatement p = c.prepareStatement(sql)) {
            for (int v = 0; v < 3; v++) {
                p.setInt(1, v);
                p.addBatch();
            }
            result = p.executeBatch().length + " counts";
        } catch (SQLException | RuntimeException e) {
            result = e.getClass().getSimpleName();
        }
        ResultSet rows = c.createStatement().executeQuery("SELECT COUNT(*) FROM t");
        rows.next();
        System.out.println(sql.replaceAll(".*\\?\\)", "VALUES (?)") + ": " + result + ", " + rows.getInt(1) + " rows in the table");
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Batch.java" "$port")
echo "$seen"
[ "$seen" = 'VALUES (?): 3 counts, 3 rows in the table
VALUES (?) RETURNING id: ClassCastException, 6 rows in the table' ]
