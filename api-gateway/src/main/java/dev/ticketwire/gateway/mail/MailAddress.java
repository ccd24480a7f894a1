package dev.ticketwire.gateway.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One address without its name (RFC 5322 section 3.4.1). Lenient: blanks around {@code @} and dots, {@code mailto:}, source
 * routes of RFC 822, apostrophes around it.
 */
final class MailAddress {
    /** RFC 5322 atext and dots in any place, which some providers allow; RFC 6532 letters. */
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,250}|\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.){1,250}\"");

    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}._-]{0,250}[\\p{L}\\p{M}\\p{N}_])?"
                    + "|\\[[\\p{Graph}&&[^\\[\\]\\\\]]{1,250}\\]");

    private static final Pattern BLANKS_AT_SIGNS = Pattern.compile("\\s*([@.])\\s*");

    /** Characters. */
    static final int LONGEST = 1000;

    private MailAddress() {}

    /** @return local part and domain; null if it is no address */
    static @Nullable String of(String sent) {
        String address = sent.strip();
        if (address.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            address = address.substring("mailto:".length());
        }
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1); // a route, RFC 822
        }
        if (address.startsWith("'") && address.endsWith("'") && address.length() > 2) {
            address = address.substring(1, address.length() - 1);
        }
        int sign = address.lastIndexOf('@');
        if (sign < 1 || address.length() > LONGEST) {
            return null;
        }
        String local =
                address.startsWith("\"") ? address.substring(0, sign).strip() : tight(address.substring(0, sign));
        String domain = tight(address.substring(sign + 1));
        if (domain.endsWith(".")) {
            domain = domain.substring(0, domain.length() - 1);
        }
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches() ? local + '@' + ascii(domain) : null;
    }

    private static String tight(String part) {
        return BLANKS_AT_SIGNS.matcher(part.strip()).replaceAll("$1");
    }

    /** The mail system's form of an international domain (RFC 5890). */
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
