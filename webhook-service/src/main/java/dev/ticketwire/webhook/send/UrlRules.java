package dev.ticketwire.webhook.send;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of an address: what can be judged without a name look-up. */
final class UrlRules {
    private static final int LONGEST = 2_048;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    /** Four decimal numbers without leading zeros; every other way to write IPv4 is no host that we take. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.|$)){4}(?<!\\.)");
    /** Ends like a number: parsers take such hosts for IPv4 addresses in decimal, octal, hexadecimal or short form. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+)(:[0-9]{0,5})?");

    private final boolean allowHttp;
    private final PortRules ports;

    UrlRules(SendSettings settings) {
        this.allowHttp = settings.allowHttp();
        this.ports = new PortRules(settings.allowedPorts());
    }

    /**
     * The address in one form: scheme and host in lower case, international names and paths in ASCII.
     *
     * @throws Refused 400 naming {@code url}
     */
    URI check(String text) {
        require(!text.isEmpty() && text.length() <= LONGEST, "has to have 1 to " + LONGEST + " characters");
        URI url = withAsciiHost(parsed(text));
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        require(scheme.equals("https") || scheme.equals("http"), "has to begin with https://");
        require(
                allowHttp || scheme.equals("https"),
                "has to begin with https://: this help desk calls no http address");
        require(url.getRawUserInfo() == null, "may not contain a user or password; use headers");
        require(url.getRawFragment() == null, "may not contain a fragment (#)");
        String host = host(url.getHost());
        require(ports.allow(port(url)), "names a port that this help desk does not call");
        return built(scheme, host, url);
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused("is not a valid URL");
        }
    }

    /** {@link URI} takes ASCII names only. */
    private static URI withAsciiHost(URI url) {
        String authority = url.getRawAuthority();
        if (url.getHost() != null || authority == null || url.getScheme() == null) {
            return url;
        }
        var parts = AUTHORITY.matcher(authority);
        require(authority.indexOf('@') < 0, "may not contain a user or password; use headers");
        require(parts.matches(), "has no valid host");
        String port = parts.group(2) == null ? "" : parts.group(2);
        return parsed(url.getScheme() + "://" + ascii(parts.group(1)) + port + pathAndQuery(url)
                + (url.getRawFragment() == null ? "" : "#" + url.getRawFragment()));
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused("has no valid host");
        }
    }

    private static String host(@Nullable String host) {
        if (host == null) {
            throw refused("has no valid host");
        }
        if (host.startsWith("[")) {
            require(host.indexOf('%') < 0, "may not name a network interface (%)");
            return host.toLowerCase(Locale.ROOT);
        }
        String name = host.toLowerCase(Locale.ROOT);
        require(
                LIKE_A_NUMBER.matcher(name).matches()
                        ? IPV4.matcher(name).matches()
                        : NAME.matcher(name).matches(),
                "has no valid host");
        return name;
    }

    static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    private static URI built(String scheme, String host, URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return URI.create(
                URI.create(scheme + "://" + host + port + pathAndQuery(url)).toASCIIString());
    }

    private static String pathAndQuery(URI url) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return (url.getRawPath() == null ? "" : url.getRawPath()) + query;
    }

    private static void require(boolean isRight, String problem) {
        if (!isRight) {
            throw refused(problem);
        }
    }

    private static Refused refused(String problem) {
        return Refused.of(ProblemCode.INVALID_VALUE, "url " + problem, "url");
    }
}
