#!/usr/bin/env bash
# jackson-dataformat-yaml 2.21.2: an alias (*name) is read as the text "name", without an error.
#
# YAML repeats a node by an anchor and an alias, as Kubernetes manifests and compose files do. readTree, and reading into a map,
# resolve neither: the value of an alias is a string with the anchor's name. A list of hosts becomes the text "hosts", and a
# check of the tree passes over what it was to check. SnakeYAML, which Jackson parses with, resolves aliases itself.
#
# Seen on 2026-11-30: jackson-dataformat-yaml 2.21.2 with SnakeYAML 2.5, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>com.fasterxml.jackson.dataformat</groupId><artifactId>jackson-dataformat-yaml</artifactId><version>2.21.2</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Alias.java" <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Map;

class Alias {
    public static void main(String[] args) throws Exception {
        String yaml = "first: &hosts [a, b]\nsecond: *hosts\n";
        ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
        System.out.println("tree " + mapper.readTree(yaml));
        System.out.println("map " + mapper.readValue(yaml, Map.class));
        Object plain = new org.yaml.snakeyaml.Yaml().load(yaml);
        System.out.println("SnakeYAML " + plain);
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/Alias.java" 2>"$work/log") || { cat "$work/log" >&2; exit 1; }
echo "$seen"
[ "$seen" = 'tree {"first":["a","b"],"second":"hosts"}
map {first=[a, b], second=hosts}
SnakeYAML {first=[a, b], second=[a, b]}' ]
