package dev.ticketwire.osticket.person;

import java.util.Locale;

/**
 * Validates addresses of requesters as osTicket 1.18 does: one RFC 822 mailbox, ASCII only, without a display name,
 * with a host other than {@code localhost}. Does not check whether the domain exists.
 */
public final class EmailAddress {
    private static final String ATOM_SPECIALS = "()<>@,;:\\\".[]";

    private EmailAddress() {}

    public static boolean isValid(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && isLocalPart(address.substring(0, at)) && isHost(address.substring(at + 1));
    }

    /**
     * Whether a mail may come from or go to the address: also accepts dots in any place, which Japanese carriers allow,
     * and non-ASCII local parts (RFC 6531).
     */
    public static boolean isOfMail(String address) {
        int at = address.lastIndexOf('@');
        return isValid(address) || at > 0 && isLoose(address.substring(0, at)) && isHost(address.substring(at + 1));
    }

    /** The part after the last {@code @}, in lower case; empty if there is none. */
    public static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isLocalPart(String local) {
        return local.startsWith("\"") ? isQuoted(local) : isDotAtom(local);
    }

    /** Columns hold only the Basic Multilingual Plane. */
    private static boolean isLoose(String local) {
        return local.chars()
                .allMatch(c -> c == '.'
                        || c > ' '
                                && ATOM_SPECIALS.indexOf(c) < 0
                                && !Character.isISOControl(c)
                                && !Character.isSpaceChar(c)
                                && Character.getType(c) != Character.FORMAT
                                && !Character.isSurrogate((char) c));
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]")
                    && host.length() > 2
                    && host.substring(1, host.length() - 1)
                            .chars()
                            .allMatch(c -> c > ' ' && c < 127 && c != '[' && c != ']' && c != '\\');
        }
        return isDotAtom(host) && !host.equalsIgnoreCase("localhost");
    }

    private static boolean isDotAtom(String text) {
        for (String atom : text.split("\\.", -1)) {
            if (atom.isEmpty() || !atom.chars().allMatch(c -> c > ' ' && c < 127 && ATOM_SPECIALS.indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuoted(String local) {
        if (local.length() < 3 || !local.endsWith("\"")) {
            return false;
        }
        for (int i = 1; i < local.length() - 1; i++) {
            char c = local.charAt(i);
            if (c == '\\' && ++i >= local.length() - 1 || c == '"' || c < ' ' || c > 126) {
                return false;
            }
        }
        return true;
    }
}
