package dev.ticketwire.osticket.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** URLs in attributes. osTicket 1.18 keeps those with a known scheme, and relative ones. */
final class HtmlAddress {
    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "cite", "longdesc", "usemap");
    private static final Set<String> LINK_SCHEMES = Set.of(
            "aim", "feed", "file", "ftp", "gopher", "http", "https", "irc", "mailto", "news", "nntp", "sftp", "ssh",
            "telnet", "tel");
    private static final Set<String> SOURCE_SCHEMES = Set.of("cid", "http", "https", "data");
    private static final Set<String> OTHER_SCHEMES = Set.of("file", "http", "https");

    private HtmlAddress() {}

    /**
     * The allowed form of {@code value} in {@code attribute}: a URL with a forbidden scheme gets the prefix {@code
     * denied:}.
     */
    static String allowed(String attribute, String value) {
        Set<String> schemes = switch (attribute) {
            case "href" -> LINK_SCHEMES;
            case "src" -> SOURCE_SCHEMES;
            default -> OTHER_SCHEMES;
        };
        String scheme = scheme(value);
        return scheme.isEmpty() || schemes.contains(scheme) ? value : "denied:" + value;
    }

    /** Whether {@code attribute} holds a URL. */
    static boolean isIn(String attribute) {
        return ATTRIBUTES.contains(attribute);
    }

    /** Whether {@code address} is on one of {@code hosts} or their subdomains. */
    static boolean isFrameOf(String address, Set<String> hosts) {
        try {
            URI uri = new URI(address.strip());
            String host = uri.getHost();
            String scheme = uri.getScheme();
            if (host == null
                    || uri.getUserInfo() != null
                    || scheme != null && !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                return false;
            }
            String lower = host.toLowerCase(Locale.ROOT);
            return hosts.stream().anyMatch(allowed -> lower.equals(allowed) || lower.endsWith("." + allowed));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The scheme as a browser reads it, in lower case, ignoring blanks and control characters. Empty if relative. */
    static String scheme(String address) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return scheme.toString().toLowerCase(Locale.ROOT);
            }
            if (c == '/' || c == '?' || c == '#') {
                return "";
            }
            if (c > ' ') {
                scheme.append(c);
            }
        }
        return "";
    }
}
