#!/usr/bin/env bash
# Angus Mail 2.0.5: setSubject and setPersonal do not encode ASCII text that looks like an encoded word (RFC 2047).
#
# The subject "=?utf-8?q?Price:_20=24?=", as it stands in the title of a ticket about mails, is written as it is, and is read back by
# every mail program, getSubject included, as "Price: 20$". RFC 2047, 5(3): text that would be taken for an encoded word has to be
# encoded. The same for a person's name. MimeUtility.encodeWord of the text with a letter beyond ASCII round-trips.
#
# Seen on 2026-12-01: angus-mail 2.0.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.eclipse.angus</groupId><artifactId>angus-mail</artifactId><version>2.0.5</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Looks.java" <<'JAVA'
import jakarta.mail.Session;
import jakarta.mail.internet.*;
import java.util.Properties;

class Looks {
    public static void main(String[] args) throws Exception {
        String text = "=?utf-8?q?Price:_20=24?=";
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setSubject(text, "UTF-8");
        System.out.println(mail.getHeader("Subject", null) + " | " + mail.getSubject());
        InternetAddress from = new InternetAddress("a@example.org", text, "UTF-8");
        System.out.println(new InternetAddress(from.toString()).getPersonal());
        mail.setSubject(text + "\u00e9", "UTF-8");
        System.out.println(mail.getSubject().equals(text + "\u00e9"));
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Looks.java")
echo "$seen"
[ "$seen" = "=?utf-8?q?Price:_20=24?= | Price: 20\$
Price: 20\$
true" ]
