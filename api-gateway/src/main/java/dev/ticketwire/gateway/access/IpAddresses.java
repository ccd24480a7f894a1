package dev.ticketwire.gateway.access;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses IP addresses and CIDR ranges without any name look-up, and formats addresses in one canonical form. */
public final class IpAddresses {
    /** Length of the longest valid range: an IPv6 address that ends in an IPv4 one, and its prefix. */
    private static final int MAX_RANGE_LENGTH = 49;

    /** A leading zero in a decimal number of an IPv4 address, also of one at the end of an IPv6 address. */
    private static final Pattern LEADING_ZERO = Pattern.compile("(?:^|[:.])0[0-9]+\\.|\\.0[0-9]+$");

    private static final Pattern PREFIX_LENGTH = Pattern.compile("[0-9]{1,3}");

    private IpAddresses() {}

    /**
     * Parses an address; an IPv4-mapped IPv6 address becomes the IPv4 one. Numbers with a leading zero are refused, as
     * PHP does: some parsers read them as octal.
     *
     * @return null if {@code text} is not an address
     */
    static @Nullable InetAddress parse(String text) {
        if (LEADING_ZERO.matcher(text).find()) {
            return null;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** The canonical form (RFC 5952 for IPv6); {@code text} itself if it is not an address. */
    static String canonical(String text) {
        InetAddress address = parse(text);
        return address == null ? text : NetUtil.toAddressString(address);
    }

    /**
     * Parses an address or a CIDR range.
     *
     * @return null if {@code text} is neither
     */
    static @Nullable IpSubnetFilterRule subnet(String text) {
        int slash = text.indexOf('/');
        InetAddress network = parse(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            return null;
        }
        int longest = network.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? longest : prefixLength(text.substring(slash + 1));
        return prefix < 0 || prefix > longest ? null : new IpSubnetFilterRule(network, prefix, IpFilterRuleType.ACCEPT);
    }

    static boolean contains(IpSubnetFilterRule subnet, InetAddress address) {
        return subnet.matches(new InetSocketAddress(address, 0));
    }

    /** Whether {@code text} is an address or a CIDR range. */
    public static boolean isRange(String text) {
        return text.length() <= MAX_RANGE_LENGTH && subnet(text) != null;
    }

    /** -1 if {@code text} is not a number. */
    private static int prefixLength(String text) {
        return PREFIX_LENGTH.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }
}
