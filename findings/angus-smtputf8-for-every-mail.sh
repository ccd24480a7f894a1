#!/usr/bin/env bash
# Angus Mail 2.0.5: with mail.mime.allowutf8 every mail is sent with the parameter SMTPUTF8, also one of pure ASCII.
#
# The property is set so that addresses such as "jörg@example.org" can be used. If the server offers SMTPUTF8, MAIL FROM of a mail
# without any letter beyond ASCII has the parameter too. The mail is then "internationalized": a server on its way that does not
# know the extension (RFC 6531, 3.5) has to return it, although nothing in it needs it. Set the property for those mails only.
#
# Seen on 2026-12-01: angus-mail 2.0.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.eclipse.angus</groupId><artifactId>angus-mail</artifactId><version>2.0.5</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Utf8.java" <<'JAVA'
import jakarta.mail.*;
import jakarta.mail.internet.*;
import java.io.*;
import java.net.*;
import java.util.Properties;

class Utf8 {
    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> serve(server));
        Thread.startVirtualThread(() -> serve(server));
        send(server.getLocalPort(), "false");
        send(server.getLocalPort(), "true");
    }

    static void send(int port, String utf8) throws Exception {
        Properties p = new Properties();
        p.put("mail.smtp.host", "127.0.0.1");
        p.put("mail.smtp.port", port);
        p.put("mail.mime.allowutf8", utf8);
        MimeMessage mail = new MimeMessage(Session.getInstance(p));
        mail.setFrom("a@example.org");
        mail.setRecipients(Message.RecipientType.TO, "b@example.org");
        mail.setSubject("plain");
        mail.setText("plain");
        Transport.send(mail);
    }

    static void serve(ServerSocket server) {
        try (Socket s = server.accept(); PrintStream out = new PrintStream(s.getOutputStream(), true)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream()));
            out.print("220 x\r\n");
            for (String line; (line = in.readLine()) != null; ) {
                if (line.startsWith("MAIL")) {
                    System.out.println(line);
                }
                if (line.startsWith("DATA")) {
                    out.print("354 x\r\n");
                    while (!in.readLine().equals(".")) {
                    }
                }
                out.print(line.startsWith("EHLO") ? "250-x\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n" : line.startsWith("QUIT") ? "221 x\r\n" : "250 x\r\n");
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Utf8.java")
echo "$seen"
[ "$seen" = "MAIL FROM:<a@example.org>
MAIL FROM:<a@example.org> SMTPUTF8" ]
