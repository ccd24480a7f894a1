package dev.ticketwire.quickstart.launch;

import dev.ticketwire.setup.database.Database;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses the URL of an existing osTicket database. Error messages never contain the password. */
final class DatabaseUrl {
    private static final String EXAMPLE =
            " Write --database 'mysql://user:password@host:3306/database', special characters percent-encoded,"
                    + " or 'jdbc:mariadb://host:3306/database?user=…&password=…'.";

    private DatabaseUrl() {}

    /**
     * @param text {@code [jdbc:]mysql|mariadb://[user:password@]host[:port]/database[?user=…&password=…]}
     * @throws UserError if a part is missing
     */
    static Database parse(String text) {
        URI uri = uri(text);
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        return new Database(
                present(uri.getHost(), "host"),
                uri.getPort() < 0 ? 3306 : uri.getPort(),
                present(name(uri), "database"),
                present(parameters.getOrDefault("user", user), "user"),
                parameters.getOrDefault("password", password));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
            if ("mysql".equals(uri.getScheme()) || "mariadb".equals(uri.getScheme())) {
                return uri;
            }
            throw new UserError("The database address must begin with mysql:// or jdbc:mariadb://." + EXAMPLE);
        } catch (URISyntaxException e) {
            throw new UserError("The database address is malformed at character " + (e.getIndex() + 1) + "." + EXAMPLE);
        }
    }

    private static String name(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return decoded(path.startsWith("/") ? path.substring(1) : path);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : (query == null ? "" : query).split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Decodes percent escapes; a plus sign stays. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String present(@Nullable String value, String what) {
        if (value == null || value.isEmpty()) {
            throw new UserError("The database address names no " + what + "." + EXAMPLE);
        }
        return value;
    }
}
