#!/usr/bin/env bash
# vertx-web 4.5.27 cuts the weights of Accept after two digits: q=0.001 is 0, q=0.129 is 0.12.
#
# A weight has up to three digits after the point (RFC 9110, 12.4.2), and 0 means not acceptable at all. Clients write
# */*;q=0.001 for "anything, if need be". Parsed by vertx-web such a type looks refused, and weights that differ in the third
# digit are equal.
#
# Seen on 2026-11-30: vertx-web 4.5.27, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.vertx</groupId><artifactId>vertx-web</artifactId><version>4.5.27</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Weights.java" <<'JAVA'
import io.vertx.ext.web.impl.ParsableMIMEValue;

class Weights {
    public static void main(String[] args) {
        for (String q : new String[] {"0.001", "0.009", "0.12", "0.129", "0.5"}) {
            ParsableMIMEValue value = new ParsableMIMEValue("*/*;q=" + q);
            value.forceParse();
            System.out.println("q=" + q + " -> " + value.weight());
        }
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Weights.java")
echo "$seen"
[ "$seen" = 'q=0.001 -> 0.0
q=0.009 -> 0.0
q=0.12 -> 0.12
q=0.129 -> 0.12
q=0.5 -> 0.5' ]
