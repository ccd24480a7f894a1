package dev.ticketwire.k8s.policy;

import dev.ticketwire.k8s.tool.Repository;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The consumer groups of a service, as its configuration names them. */
final class ConsumerGroups {
    private static final Pattern CHANNEL =
            Pattern.compile("^mp\\.messaging\\.incoming\\.[\\w-]+\\.group\\.id=(\\S+)", Pattern.MULTILINE);
    /** The default of a setting {@code group} in an interface of settings. */
    private static final Pattern DEFAULT =
            Pattern.compile("@WithDefault\\(\"([\\w.-]+)\"\\)\\s+String group\\(\\);", Pattern.MULTILINE);

    private ConsumerGroups() {}

    static Set<String> of(String module) {
        return Repository.files(Repository.path(module + "/src/main"), file -> true).stream()
                .filter(file -> file.endsWith("application.properties")
                        || file.toString().endsWith(".java"))
                .map(Repository::read)
                .flatMap(text -> Stream.of(CHANNEL, DEFAULT)
                        .flatMap(pattern -> pattern.matcher(text).results()))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
