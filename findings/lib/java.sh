# Sourced by findings that need nothing but libraries: fetches DEPENDENCIES (XML) into a temporary folder.
# Sets work and classpath. Needs Maven and a JDK 17 or newer.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies>${DEPENDENCIES}</dependencies></project>
XML
mvn -B -q -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib" >"$work/maven.log" || { cat "$work/maven.log" >&2; exit 1; }
classpath="$work/lib/*"
