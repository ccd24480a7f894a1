package dev.ticketwire.k8s.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses as in {@code 10.0.0.0/8}. */
record Network(byte[] address, int bits) {

    static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        return new Network(bytes(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
    }

    /** @param literal an address, no name; one of IPv4 written as IPv6 counts as IPv4 */
    boolean contains(String literal) {
        byte[] other = bytes(literal);
        return other.length == address.length && Arrays.equals(masked(other), masked(address));
    }

    private byte[] masked(byte[] whole) {
        byte[] masked = new byte[whole.length];
        for (int i = 0; i < bits; i++) {
            masked[i / 8] |= (byte) (whole[i / 8] & (0x80 >> (i % 8)));
        }
        return masked;
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
