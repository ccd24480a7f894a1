#!/usr/bin/env bash
# MariaDB Connector/J 3.5.7 changes a DATETIME that lies in the spring gap of the JVM's own time zone, even in getString.
#
# A DATETIME has no time zone: the server stores and shows '2026-03-29 02:30:00' as it is. One would expect at least
# getString and getObject(LocalDateTime.class) to give that text, since neither needs a zone. They do not: with the JVM in
# Europe/Berlin, where 02:30 does not exist on that day, both give 03:30, in the text and in the binary protocol. Writing is
# right: a bound LocalDateTime is stored as 02:30, so a row that is read and written back moves by an hour. Nothing is
# thrown or warned of. With the JVM in UTC everything is verbatim.
#
# Seen on 2026-11-30: mariadb-java-client 3.5.7, MariaDB 11.4.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.7</version></dependency>'
. "$(dirname "$0")/lib/mariadb.sh"

cat >"$work/Gap.java" <<'JAVA'
import java.sql.*;
import java.time.LocalDateTime;

class Gap {
    public static void main(String[] args) throws Exception {
        String options = args[1].equals("binary") ? "?useServerPrepStmts=true" : "";
        try (Connection c = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + args[0] + "/f" + options, "f", "f");
                Statement s = c.createStatement()) {
            s.execute("CREATE OR REPLACE TABLE t (id INT, at DATETIME)");
            s.execute("INSERT INTO t VALUES (1, '2026-03-29 02:30:00')");
            try (PreparedStatement p = c.prepareStatement("INSERT INTO t VALUES (2, ?)")) {
                p.setObject(1, LocalDateTime.parse("2026-03-29T02:30:00"));
                p.execute();
            }
            ResultSet read = c.prepareStatement("SELECT at, (SELECT CONCAT(at, '') FROM t WHERE id = 2) FROM t WHERE id = 1")
                    .executeQuery();
            read.next();
            System.out.println("getString " + read.getString(1) + ", LocalDateTime " + read.getObject(1, LocalDateTime.class)
                    + ", stored " + read.getString(2));
        }
    }
}
JAVA
for protocol in text binary; do
  utc=$(java -Duser.timezone=UTC -cp "$classpath" "$work/Gap.java" "$port" $protocol)
  berlin=$(java -Duser.timezone=Europe/Berlin -cp "$classpath" "$work/Gap.java" "$port" $protocol)
  echo "$protocol, UTC:           $utc"
  echo "$protocol, Europe/Berlin: $berlin"
  [ "$utc" = 'getString 2026-03-29 02:30:00, LocalDateTime 2026-03-29T02:30, stored 2026-03-29 02:30:00' ]
  [ "$berlin" = 'getString 2026-03-29 03:30:00, LocalDateTime 2026-03-29T03:30, stored 2026-03-29 02:30:00' ]
done
