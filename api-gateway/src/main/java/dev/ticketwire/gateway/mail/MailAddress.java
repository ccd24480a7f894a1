package dev.ticketwire.gateway.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses one address without its name (RFC 5322 section 3.4.1). Accepts blanks around {@code @} and dots,
 * {@code mailto:}, source routes (RFC 822), and apostrophes around the address.
 */
final class MailAddress {
    /** RFC 5322 atext, dots in any place, which some providers allow, and the letters of RFC 6532. */
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,250}|\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.){1,250}\"");

    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}._-]{0,250}[\\p{L}\\p{M}\\p{N}_])?"
                    + "|\\[[\\p{Graph}&&[^\\[\\]\\\\]]{1,250}\\]");

    private static final Pattern BLANKS_AT_SIGNS = Pattern.compile("\\s*([@.])\\s*");

    /** In characters. */
    static final int LONGEST = 1000;

    private MailAddress() {}

    /** @return local part and domain; null if it is not an address */
    static @Nullable String parse(String sent) {
        String address = withoutWrapping(sent.strip());
        int sign = address.lastIndexOf('@');
        if (sign < 1 || address.length() > LONGEST) {
            return null;
        }
        String local = address.substring(0, sign);
        local = local.startsWith("\"") ? local.strip() : withoutBlanks(local);
        String domain = withoutBlanks(address.substring(sign + 1));
        if (domain.endsWith(".")) {
            domain = domain.substring(0, domain.length() - 1);
        }
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches() ? local + '@' + ascii(domain) : null;
    }

    private static String withoutWrapping(String sent) {
        String address = sent;
        if (address.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            address = address.substring("mailto:".length());
        }
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1); // a route, RFC 822
        }
        return address.startsWith("'") && address.endsWith("'") && address.length() > 2
                ? address.substring(1, address.length() - 1)
                : address;
    }

    private static String withoutBlanks(String part) {
        return BLANKS_AT_SIGNS.matcher(part.strip()).replaceAll("$1");
    }

    /** The ASCII form of an international domain (RFC 5890). */
    private static String ascii(String domain) {
        if (domain.chars().allMatch(c -> c < 128)) {
            return domain;
        }
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
