#!/usr/bin/env bash
# openapi-generator 7.25.0, Java library "native": an object in the query with style form and explode true leaves as one
# parameter that holds a Map's toString.
#
# {"severity": "high", "room": "2"} is to leave as ?severity=high&room=2 (OpenAPI 3.1, Style Examples: form, explode true,
# the default of query parameters). The generated client sends ?fields={severity=high, room=2} instead, encoded: a Map's
# toString under the parameter's own name. It compiles, and nothing is thrown. The same document works with
# typescript-fetch.
#
# Seen on 2026-11-30: openapi-generator-cli 7.25.0, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.openapitools</groupId><artifactId>openapi-generator-cli</artifactId><version>7.25.0</version></dependency>
<dependency><groupId>com.fasterxml.jackson.datatype</groupId><artifactId>jackson-datatype-jsr310</artifactId><version>2.21.2</version></dependency>
<dependency><groupId>org.openapitools</groupId><artifactId>jackson-databind-nullable</artifactId><version>0.2.8</version></dependency>
<dependency><groupId>jakarta.annotation</groupId><artifactId>jakarta.annotation-api</artifactId><version>1.3.5</version></dependency>
<dependency><groupId>com.google.code.findbugs</groupId><artifactId>jsr305</artifactId><version>3.0.2</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/api.yaml" <<'YAML'
openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /tickets:
    get:
      operationId: listTickets
      parameters:
        - name: fields
          in: query
          style: form
          explode: true
          schema: {type: object, additionalProperties: {type: string}}
      responses:
        '200': {description: ok}
YAML
java -jar "$work"/lib/openapi-generator-cli-7.25.0.jar generate -i "$work/api.yaml" -g java --library native -o "$work/client" \
  --global-property apiTests=false,modelTests=false,apiDocs=false >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
rm "$work"/lib/openapi-generator-cli-7.25.0.jar

cat >"$work/client/src/main/java/Exploded.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.TreeMap;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.DefaultApi;

class Exploded {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            System.out.println("sent ?" + exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + server.getAddress().getPort());
        new DefaultApi(client).listTickets(new TreeMap<>(Map.of("severity", "high", "room", "2")));
        server.stop(0);
    }
}
JAVA
javac -nowarn -d "$work/classes" -cp "$classpath" $(find "$work/client/src/main/java" -name '*.java') 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
seen=$(java -cp "$work/classes:$classpath" Exploded)
echo "$seen"
[ "$seen" = 'sent ?fields={room=2, severity=high}' ]
