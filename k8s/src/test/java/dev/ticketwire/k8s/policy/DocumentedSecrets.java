package dev.ticketwire.k8s.policy;

import dev.ticketwire.k8s.tool.Repository;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Secrets that an operator or Strimzi creates, as the table in docs/kubernetes.md lists them. */
final class DocumentedSecrets {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\| (`[^|]*`) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9.-]+)`");
    /** Of an Ingress or a Gateway; described beside them. */
    private static final String CERTIFICATE = "api-gateway-tls";

    /** Keys by name. */
    static final Map<String, Set<String>> ALL = all();

    private DocumentedSecrets() {}

    private static Map<String, Set<String>> all() {
        String text = Repository.read(Repository.path("docs/kubernetes.md"));
        String table = text.substring(text.indexOf("### Secrets"));
        Map<String, Set<String>> all = new TreeMap<>(Map.of(CERTIFICATE, Set.of("tls.crt", "tls.key")));
        ROW.matcher(table.substring(0, table.indexOf("\n#", 1)))
                .results()
                .forEach(row -> names(row, 1).forEach(name -> all.put(name, names(row, 2))));
        return all;
    }

    private static Set<String> names(MatchResult row, int cell) {
        return NAME.matcher(row.group(cell))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** @param key empty if the whole Secret is taken */
    static boolean have(String name, Optional<String> key) {
        return ALL.containsKey(name)
                && key.map(each -> ALL.getOrDefault(name, Set.of()).contains(each))
                        .orElse(true);
    }
}
