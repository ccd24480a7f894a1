#!/usr/bin/env bash
# A vertx-web 4.5.27 router never routes OPTIONS *: it answers 404, though its only route takes every path and method.
#
# The asterisk form asks about the server as a whole (RFC 9110, 9.3.7); load balancers and monitors use it as a ping. A route
# without a path is said to match all requests, and takes OPTIONS / here. Only an error handler of the router, or a handler
# in front of it, sees the other.
#
# Seen on 2026-11-30: vertx-web 4.5.27, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>io.vertx</groupId><artifactId>vertx-web</artifactId><version>4.5.27</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Everything.java" <<'JAVA'
import io.vertx.core.Vertx;
import io.vertx.core.http.*;
import io.vertx.ext.web.Router;
import java.io.*;
import java.net.Socket;

class Everything {
    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(context -> context.response().setStatusCode(204).end());
        HttpServer server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get();
        for (String target : new String[] {"/", "*"}) {
            try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
                socket.getOutputStream().write(("OPTIONS " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes());
                System.out.println("OPTIONS " + target + " -> "
                        + new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine());
            }
        }
        vertx.close();
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Everything.java" 2>"$work/log" || cat "$work/log")
echo "$seen"
[ "$seen" = 'OPTIONS / -> HTTP/1.1 204 No Content
OPTIONS * -> HTTP/1.1 404 Not Found' ]
