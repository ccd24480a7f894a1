package dev.ticketwire.gateway.access;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IP addresses as text: parsed without any name look-up, written in one form only. */
public final class IpAddresses {
    /** An IPv6 address with an IPv4 one at its end, and its prefix. */
    private static final int LONGEST = 49;

    /** In the decimal numbers of an IPv4 address, also of one at the end of an IPv6 address. */
    private static final Pattern LEADING_ZERO = Pattern.compile("(?:^|[:.])0[0-9]+\\.|\\.0[0-9]+$");

    private IpAddresses() {}

    /**
     * The address in bytes, an IPv4-mapped one as IPv4; null if {@code text} is none. A number of it that begins with a zero
     * is none, as for PHP: some read it as octal.
     */
    static byte @Nullable [] parse(String text) {
        if (LEADING_ZERO.matcher(text).find()) {
            return null;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes != null && bytes.length == 16) {
            try {
                return InetAddress.getByAddress(bytes).getAddress();
            } catch (UnknownHostException e) {
                return null;
            }
        }
        return bytes;
    }

    /** Canonical form (RFC 5952 for IPv6); {@code text} itself if it is no address. */
    static String canonical(String text) {
        byte[] bytes = parse(text);
        if (bytes == null) {
            return text;
        }
        try {
            return NetUtil.toAddressString(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return text;
        }
    }

    /** Whether {@code address} is {@code range}: an address or a CIDR range. */
    static boolean matches(byte[] address, String range) {
        int slash = range.indexOf('/');
        byte[] network = parse(slash < 0 ? range : range.substring(0, slash));
        if (network == null || network.length != address.length) {
            return false;
        }
        if (slash < 0) {
            return Arrays.equals(network, address);
        }
        int bits = prefix(range.substring(slash + 1), network.length * 8);
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((network[i / 8] & mask) != (address[i / 8] & mask)) {
                return false;
            }
        }
        return bits >= 0;
    }

    /** Whether {@code text} is an address or a CIDR range. */
    public static boolean isRange(String text) {
        int slash = text.indexOf('/');
        byte[] network = text.length() > LONGEST ? null : parse(slash < 0 ? text : text.substring(0, slash));
        return network != null && (slash < 0 || prefix(text.substring(slash + 1), network.length * 8) >= 0);
    }

    private static int prefix(String text, int most) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(Character::isDigit)) {
            return -1;
        }
        int bits = Integer.parseInt(text);
        return bits <= most ? bits : -1;
    }
}
