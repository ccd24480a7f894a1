#!/usr/bin/env bash
# Quarkus REST 3.33.2.1 compares media types case by case: Accept: TEXT/CSV does not match a variant text/csv.
#
# Types and subtypes are case-insensitive (RFC 9110, 8.3.1). Request.selectVariant is decided by ServerDrivenNegotiation,
# which finds no variant for the capitals, so a service that offers CSV and JSON answers 406, or its default. A registered
# parameter that the variant lacks has the same effect: text/csv;header=present (RFC 4180) does not match text/csv.
#
# Seen on 2026-11-30: resteasy-reactive 3.33.2.1 (io.quarkus.resteasy.reactive), JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.quarkus.resteasy.reactive</groupId><artifactId>resteasy-reactive</artifactId><version>3.33.2.1</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Capitals.java" <<'JAVA'
import jakarta.ws.rs.core.*;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.request.ServerDrivenNegotiation;

class Capitals {
    public static void main(String[] args) {
        List<Variant> offered = Variant.mediaTypes(MediaType.valueOf("application/json"), MediaType.valueOf("text/csv")).build();
        for (String accept : new String[] {"text/csv", "TEXT/CSV", "text/csv;header=present", "text/csv;q=0.5"}) {
            ServerDrivenNegotiation negotiation = new ServerDrivenNegotiation();
            negotiation.setAcceptHeaders(List.of(accept));
            Variant best = negotiation.getBestMatch(offered);
            System.out.println(accept + " -> " + (best == null ? "nothing" : best.getMediaType()));
        }
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Capitals.java" 2>"$work/log" || cat "$work/log")
echo "$seen"
[ "$seen" = 'text/csv -> text/csv
TEXT/CSV -> nothing
text/csv;header=present -> nothing
text/csv;q=0.5 -> text/csv' ]
