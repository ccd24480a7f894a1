package dev.ticketwire.mail.letter;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;

/** Addresses in headers: {@code Name <address>}. */
final class AddressText {
    private static final Pattern UNSAFE = Pattern.compile("[\\s<>]");

    private AddressText() {}

    /**
     * One address with its name, encoded or quoted as needed.
     *
     * @param name empty for the bare address
     */
    static String of(String name, String address) {
        String bare = UNSAFE.matcher(HeaderText.oneLine(address)).replaceAll("");
        String shown = HeaderText.oneLine(name).strip();
        if (shown.isEmpty()) {
            return bare;
        }
        return HeaderText.isMistakable(shown) ? HeaderText.encoded(shown) + " <" + bare + ">" : quoted(shown, bare);
    }

    private static String quoted(String name, String address) {
        try {
            return new InternetAddress(address, name, "UTF-8").toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
