package dev.ticketwire.gateway.proxy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The paths of osTicket's own PHP, and those of them that are forwarded to it. */
@Singleton
public class PhpPaths {
    private static final String SETTING = "ticketwire.php.paths";
    private static final Pattern PATTERN = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*(?:/|/\\*)?");
    /**
     * PHP's paths below {@code /api/}: scheduled tasks and the scripts for mail and cron. Others there may be the
     *  API's.
     */
    private static final List<String> TASKS = List.of("tasks/", "http.php/tasks/", "cron", "pipe.php");
    /** Folders of an osTicket installation that browsers request. */
    private static final Set<String> FOLDERS =
            Set.of("scp", "kb", "pages", "apps", "setup", "assets", "css", "js", "images");

    private final List<String> forwarded;

    /** @throws IllegalArgumentException if a configured path is malformed */
    PhpPaths(PhpSettings settings) {
        List<String> paths = settings.paths();
        for (String path : paths) {
            if (path.isEmpty() || !PATTERN.matcher(path).matches() || path.contains("/..")) {
                throw new IllegalArgumentException(SETTING + ": no path such as /open.php or /scp/*: " + path);
            }
        }
        this.forwarded = settings.url().isPresent() ? paths : List.of();
    }

    /** Whether the configuration forwards {@code path}. */
    public boolean isForwarded(String path) {
        return forwarded.stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        if (!pattern.endsWith("/*")) {
            return path.equals(pattern);
        }
        String folder = pattern.substring(0, pattern.length() - 1);
        return path.startsWith(folder) || path.length() == folder.length() - 1 && folder.startsWith(path);
    }

    /** Whether a standard osTicket installation serves {@code path}. */
    public static boolean belongsToOsTicket(String path) {
        if (path.startsWith("/api/")) {
            String rest = path.substring("/api/".length());
            return TASKS.stream().anyMatch(rest::startsWith);
        }
        int end = path.indexOf('/', 1);
        String first = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return first.endsWith(".php") || FOLDERS.contains(first);
    }
}
