package dev.ticketwire.webhook.send;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A range of addresses in CIDR notation, or a single address. */
record IpRange(String text, IpSubnetFilterRule rule) {
    /** @throws IllegalArgumentException if it is neither */
    static IpRange of(String text) {
        String range = text.strip();
        int slash = range.indexOf('/');
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? range : range.substring(0, slash));
        if (bytes == null) {
            throw new IllegalArgumentException("not an address or CIDR range: " + range);
        }
        try {
            int prefix = slash < 0 ? bytes.length * Byte.SIZE : Integer.parseInt(range.substring(slash + 1));
            InetAddress network = InetAddress.getByAddress(bytes);
            return new IpRange(range, new IpSubnetFilterRule(network, prefix, IpFilterRuleType.ACCEPT));
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address or CIDR range: " + range, e);
        }
    }

    static List<IpRange> all(List<String> texts) {
        return texts.stream().map(IpRange::of).toList();
    }

    /** Always false for an address of the other family. */
    boolean contains(InetAddress address) {
        return rule.matches(new InetSocketAddress(address, 0));
    }
}
