#!/usr/bin/env bash
# Apache James Mime4j 0.8.14 drops the quotation marks of a quoted local part.
#
# "john doe"@example.org is an address (RFC 5322, 3.4.1). Parsed leniently, Mailbox.getAddress() gives john doe@example.org,
# which is none: whoever stores or answers it has lost the sender. The strict parser does the same. A display name's
# quotation marks are rightly dropped, so the loss is easy to overlook.
#
# Seen on 2026-11-30: apache-mime4j-dom 0.8.14, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.apache.james</groupId><artifactId>apache-mime4j-dom</artifactId><version>0.8.14</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Quoted.java" <<'JAVA'
import org.apache.james.mime4j.field.address.*;

class Quoted {
    public static void main(String[] args) throws Exception {
        String from = "\"John Doe\" <\"john doe\"@example.org>";
        System.out.println("lenient " + LenientAddressParser.DEFAULT.parseMailbox(from).getAddress());
        System.out.println("strict  " + DefaultAddressParser.DEFAULT.parseMailbox(from).getAddress());
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Quoted.java" 2>"$work/log" || cat "$work/log")
echo "$seen"
[ "$seen" = 'lenient john doe@example.org
strict  john doe@example.org' ]
