#!/usr/bin/env bash
# OWASP Java HTML Sanitizer 20260313.1 changes text that holds no markup: it writes @ = + ` as numeric references, and puts
# an empty comment between two opening braces.
#
# What is shown in a browser is the same, what is stored is not. Text that is compared, searched or replaced after it was
# cleaned misses: the address a@b.org is a&#64;b.org, and a template's {{name}} is {<!-- -->{name}}, which no template
# engine finds. The comment is there even where the policy allows no comments. Whoever stores the cleaned form has to search
# in the decoded text, and to put values into templates before, not after, cleaning.
#
# Seen on 2026-11-30 with JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>com.googlecode.owasp-java-html-sanitizer</groupId><artifactId>owasp-java-html-sanitizer</artifactId><version>20260313.1</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Text.java" <<'JAVA'
import org.owasp.html.Sanitizers;

class Text {
    public static void main(String[] args) {
        for (String text : new String[] {"mail a@b.org", "1+1=2", "run `ls`", "Dear {{name}}"}) {
            System.out.println(text + " -> " + Sanitizers.FORMATTING.sanitize(text));
        }
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Text.java")
echo "$seen"
[ "$seen" = 'mail a@b.org -> mail a&#64;b.org
1+1=2 -> 1&#43;1&#61;2
run `ls` -> run &#96;ls&#96;
Dear {{name}} -> Dear {<!-- -->{name}}' ]
