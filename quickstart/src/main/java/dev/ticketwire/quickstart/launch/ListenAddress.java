package dev.ticketwire.quickstart.launch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The address on which the gateway listens: one address of this machine, or all. */
record ListenAddress(InetAddress address) {
    /** Matches no text that would be looked up as a name. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:%[\\w.-]+)?");

    static final ListenAddress DEFAULT = parse("127.0.0.1");

    /**
     * @param text an IPv4 or IPv6 address, the latter also in brackets; {@code localhost} is 127.0.0.1
     * @throws UserError if it is not an address of this machine
     */
    static ListenAddress parse(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        String literal = bare.equals("localhost") ? "127.0.0.1" : bare;
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            throw none(text);
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            if (!address.isAnyLocalAddress()
                    && !address.isLoopbackAddress()
                    && NetworkInterface.getByInetAddress(address) == null) {
                throw new UserError("this machine has no address " + text);
            }
            return new ListenAddress(address);
        } catch (UnknownHostException | SocketException e) {
            throw none(text);
        }
    }

    private static UserError none(String text) {
        return new UserError(
                "it must be an address of this machine, such as 127.0.0.1, ::1, 0.0.0.0 or ::, not '" + text + "'");
    }

    boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    boolean isEveryAddress() {
        return address.isAnyLocalAddress();
    }

    /** The value of the gateway's setting. */
    String host() {
        return address.getHostAddress();
    }

    /** The URL for programs on this machine; without the zone of an IPv6 address, which URLs cannot contain. */
    String url(int port) {
        String host = isEveryAddress() ? "127.0.0.1" : host().replaceFirst("%.*", "");
        return "http://" + (!isEveryAddress() && address instanceof Inet6Address ? "[" + shortened(host) + "]" : host)
                + ":" + port;
    }

    /** The IPv6 loopback address in its short form. */
    private static String shortened(String host) {
        return host.equals("0:0:0:0:0:0:0:1") ? "::1" : host;
    }
}
