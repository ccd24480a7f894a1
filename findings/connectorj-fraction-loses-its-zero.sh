#!/usr/bin/env bash
# MariaDB Connector/J 3.5.7: getString of a DATETIME or TIMESTAMP with a fraction loses the zeros after the point.
#
# '2026-11-30 09:00:12.079' in a DATETIME(3) is read as "2026-11-30 09:00:12.79000", which every parser takes for 790 ms: a time
# of the wrong value, in a tenth of all rows. In the binary protocol (useServerPrepStmts) the same happens to a TIME(3).
# getObject(…, LocalDateTime.class) is right, and so is the text of an expression, CONCAT(at).
#
# Seen on 2026-11-30: mariadb-java-client 3.5.7, MariaDB 11.4.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Fraction.java" <<'JAVA'
import java.sql.*;

class Fraction {
    public static void main(String[] args) throws Exception {
        String options = args[1].equals("binary") ? "?useServerPrepStmts=true" : "";
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + args[0] + "/f" + options, "f", "f");
                Statement s = c.createStatement()) {
            s.execute("CREATE OR REPLACE TABLE t (at DATETIME(3) NOT NULL, span TIME(3) NOT NULL, stamp TIMESTAMP(3) NOT NULL)");
            s.execute("INSERT INTO t VALUES ('2026-11-30 09:00:12.079', '09:00:12.079', '2026-11-30 09:00:12.079')");
            ResultSet read = c.prepareStatement("SELECT at, span, stamp, CONCAT(at) FROM t").executeQuery();
            read.next();
            System.out.println(read.getString(1) + " | " + read.getString(2) + " | " + read.getString(3) + " | " + read.getString(4) + " | " + read.getObject(1, java.time.LocalDateTime.class));
        }
    }
}
JAVA
text=$(java -cp "$classpath" "$work/Fraction.java" "$port" text)
binary=$(java -cp "$classpath" "$work/Fraction.java" "$port" binary)
echo "text:   $text"
echo "binary: $binary"
wrong='2026-11-30 09:00:12.79000' right='2026-11-30 09:00:12.079'
[ "$text" = "$wrong | 09:00:12.079 | $wrong | $right | ${right/ /T}" ]
[ "$binary" = "$wrong | 09:00:12.79000 | $wrong | $right | ${right/ /T}" ]
