#!/usr/bin/env bash
# Quarkus REST 3.33.2: Request.evaluatePreconditions(EntityTag) compares If-None-Match strongly, and splits tags at commas.
#
# If-None-Match uses the weak comparison (RFC 9110, 13.1.2): W/"ab" matches the tag "ab". Proxies that compress on the fly
# weaken the tags of a service, so clients send W/"ab" back. Quarkus REST then answers 200 with the whole body instead of
# 304. A quoted tag may contain a comma (RFC 9110, 8.8.3); such a tag never matches, because the header is split at each
# comma, also at one between quotation marks. Nothing fails: the cache only never works.
#
# Seen on 2026-11-30: quarkus-rest 3.33.2, JDK 25. Exit status 0 while it is so. Needs a free port, FINDING_PORT or 18991.
set -euo pipefail
port=${FINDING_PORT:-18991}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
mkdir -p "$work/src/main/java/f"
cat >"$work/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<properties><maven.compiler.release>17</maven.compiler.release></properties>
<dependencyManagement><dependencies><dependency><groupId>io.quarkus</groupId><artifactId>quarkus-bom</artifactId><version>3.33.2</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>
<dependencies><dependency><groupId>io.quarkus</groupId><artifactId>quarkus-rest</artifactId></dependency></dependencies>
<build><plugins>
<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
<plugin><groupId>io.quarkus</groupId><artifactId>quarkus-maven-plugin</artifactId><version>3.33.2</version><extensions>true</extensions><executions><execution><goals><goal>build</goal></goals></execution></executions></plugin>
</plugins></build></project>
XML
cat >"$work/src/main/java/f/Tags.java" <<'JAVA'
package f;

import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;

@Path("/")
public class Tags {
    @GET
    @Path("plain")
    public Response plain(@Context Request request) {
        return answer(request, new EntityTag("ab"));
    }

    @GET
    @Path("comma")
    public Response comma(@Context Request request) {
        return answer(request, new EntityTag("a,b"));
    }

    private static Response answer(Request request, EntityTag tag) {
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return notModified != null ? notModified.build() : Response.ok("whole").tag(tag).build();
    }
}
JAVA
mvn -B -q -f "$work/pom.xml" package >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" -jar "$work/target/quarkus-app/quarkus-run.jar" >"$work/log" 2>&1 &
server=$!
for _ in $(seq 60); do curl -s -o /dev/null "http://127.0.0.1:$port/plain" && break; sleep 0.5; done
ask() { printf '%s If-None-Match: %s -> %s\n' "$1" "$2" "$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $2" "http://127.0.0.1:$port/$1")"; }
seen=$(ask plain '"ab"'; ask plain 'W/"ab"'; ask plain '"x", W/"ab"'; ask comma '"a,b"')
echo "$seen"
[ "$seen" = 'plain If-None-Match: "ab" -> 304
plain If-None-Match: W/"ab" -> 200
plain If-None-Match: "x", W/"ab" -> 200
comma If-None-Match: "a,b" -> 200' ]
