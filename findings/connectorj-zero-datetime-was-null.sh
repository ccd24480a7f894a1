#!/usr/bin/env bash
# MariaDB Connector/J 3.5.7: getString of a zero DATETIME returns its text, and wasNull() then says that it was NULL.
#
# '0000-00-00 00:00:00' is a value that a NOT NULL column may hold, and many PHP applications write it for "never". In the
# text protocol getString gives exactly that text, but wasNull() is true afterwards. Code that asks wasNull() after each
# read, as Hibernate ORM does, takes the row's value for NULL, also where the attribute is mapped as a String. A DATE of
# zeros does not: wasNull() is false. Nor does the binary protocol (useServerPrepStmts): there wasNull() is false for both.
#
# Seen on 2026-11-30: mariadb-java-client 3.5.7, MariaDB 11.4.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Zero.java" <<'JAVA'
import java.sql.*;

class Zero {
    public static void main(String[] args) throws Exception {
        String options = args[1].equals("binary") ? "?useServerPrepStmts=true" : "";
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + args[0] + "/f" + options, "f", "f");
                Statement s = c.createStatement()) {
            s.execute("SET sql_mode = ''");
            s.execute("CREATE OR REPLACE TABLE t (at DATETIME NOT NULL, day DATE NOT NULL)");
            s.execute("INSERT INTO t VALUES (0, 0)");
            ResultSet read = c.prepareStatement("SELECT at, day FROM t").executeQuery();
            read.next();
            String at = read.getString(1) + " wasNull " + read.wasNull();
            System.out.println(at + ", " + read.getString(2) + " wasNull " + read.wasNull());
        }
    }
}
JAVA
text=$(java -cp "$classpath" "$work/Zero.java" "$port" text)
binary=$(java -cp "$classpath" "$work/Zero.java" "$port" binary)
echo "text:   $text"
echo "binary: $binary"
[ "$text" = '0000-00-00 00:00:00 wasNull true, 0000-00-00 wasNull false' ]
[ "$binary" = '0000-00-00 00:00:00 wasNull false, 0000-00-00 wasNull false' ]
