package dev.ticketwire.gateway.proxy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which paths belong to osTicket's own PHP, and which of them are passed on to it. */
@Singleton
public class PhpPaths {
    private static final String SETTING = "ticketwire.php.paths";
    private static final Pattern PATTERN = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*(?:/|/\\*)?");
    /** What stands behind {@code /api/}: scheduled tasks and the scripts of mail and cron. Anything else there may be ours. */
    private static final List<String> TASKS = List.of("tasks/", "http.php/tasks/", "cron", "pipe.php");
    /** Folders of an installation that a browser asks for. */
    private static final Set<String> FOLDERS =
            Set.of("scp", "kb", "pages", "apps", "setup", "assets", "css", "js", "images");

    private final List<String> passed;

    /** @throws IllegalArgumentException if a path is none */
    PhpPaths(PhpSettings settings) {
        List<String> paths = settings.paths();
        for (String path : paths) {
            if (path.isEmpty() || !PATTERN.matcher(path).matches() || path.contains("/..")) {
                throw new IllegalArgumentException(SETTING + ": no path such as /open.php or /scp/*: " + path);
            }
        }
        this.passed = settings.url().isPresent() ? paths : List.of();
    }

    /** Whether the operator has it passed on. */
    public boolean isPassedOn(String path) {
        return passed.stream().anyMatch(pattern -> fits(pattern, path));
    }

    private static boolean fits(String pattern, String path) {
        if (!pattern.endsWith("/*")) {
            return path.equals(pattern);
        }
        String folder = pattern.substring(0, pattern.length() - 1);
        return path.startsWith(folder) || path.length() == folder.length() - 1 && folder.startsWith(path);
    }

    /** Whether it is one of osTicket's, as it comes from its makers. */
    public static boolean isPhps(String path) {
        if (path.startsWith("/api/")) {
            String rest = path.substring("/api/".length());
            return TASKS.stream().anyMatch(rest::startsWith);
        }
        int end = path.indexOf('/', 1);
        String first = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return first.endsWith(".php") || FOLDERS.contains(first);
    }
}
