package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.AddressForm;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine for EHLO. */
final class OwnName {
    private OwnName() {}

    static String find() {
        try {
            String name = InetAddress.getLocalHost().getCanonicalHostName();
            return AddressForm.isAscii(name) && name.matches("[A-Za-z0-9.-]+") ? name : "localhost";
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
