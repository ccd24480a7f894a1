#!/usr/bin/env bash
# Netty 4.1.139's multipart decoder turns , ; : = in a quoted file name into blanks.
#
# filename="Doe, John; a=b.txt" is a quoted string, in which all of these stand for themselves (RFC 7578, RFC 6266). The
# decoder first replaces them and then takes the parameters apart, so a form's file arrives under another name than it was
# sent with: "Doe  John  a b.txt". Nothing is thrown. Servers built on it (Vert.x, Quarkus, Micronaut …) show the changed
# name, and two files whose names differ in such a character alone become namesakes.
#
# Seen on 2026-11-30: netty-codec-http 4.1.139.Final, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.netty</groupId><artifactId>netty-codec-http</artifactId><version>4.1.139.Final</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Names.java" <<'JAVA'
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.*;
import io.netty.handler.codec.http.multipart.*;
import java.nio.charset.StandardCharsets;

class Names {
    public static void main(String[] args) {
        for (String name : new String[] {"plain.txt", "Doe, John; a=b.txt", "10:30.log"}) {
            String body = "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name
                    + "\"\r\nContent-Type: text/plain\r\n\r\nx\r\n--B--\r\n";
            FullHttpRequest request = new DefaultFullHttpRequest(
                    HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
            request.headers().set("Content-Type", "multipart/form-data; boundary=B");
            FileUpload file = (FileUpload) new HttpPostRequestDecoder(request).getBodyHttpDatas().get(0);
            System.out.println(name + " -> " + file.getFilename());
        }
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Names.java" 2>"$work/log")
echo "$seen"
[ "$seen" = 'plain.txt -> plain.txt
Doe, John; a=b.txt -> Doe  John  a b.txt
10:30.log -> 10 30.log' ]
