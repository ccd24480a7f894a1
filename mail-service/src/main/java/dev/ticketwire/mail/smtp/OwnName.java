package dev.ticketwire.mail.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The name of this machine for EHLO. Many servers refuse a name without a domain, but not an address. */
final class OwnName {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private OwnName() {}

    static String find() {
        try {
            return of(InetAddress.getLocalHost());
        } catch (UnknownHostException e) {
            return "[127.0.0.1]";
        }
    }

    static String of(InetAddress machine) {
        String name = machine.getHostName();
        if (DOMAIN.matcher(name).matches() && !name.equals(machine.getHostAddress())) {
            return name;
        }
        String address = machine.getHostAddress().replaceAll("%.*", "");
        return machine instanceof Inet6Address ? "[IPv6:" + address + "]" : "[" + address + "]";
    }
}
