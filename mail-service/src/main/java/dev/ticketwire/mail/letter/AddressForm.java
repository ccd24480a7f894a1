package dev.ticketwire.mail.letter;

import java.net.IDN;
import java.nio.charset.StandardCharsets;

/** How addresses with other characters than ASCII's are written: as the server that gets them can read them. */
public enum AddressForm {
    /** As they are: for servers with SMTPUTF8 (RFC 6531). */
    UTF8,
    /** Domains by IDNA. A local part has no such form. */
    ASCII;

    /** The address in this form. */
    public String of(String address) {
        int at = address.lastIndexOf('@');
        if (this == UTF8 || at < 0 || isAscii(address.substring(at))) {
            return address;
        }
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Whether the address can be written in this form. */
    public boolean fits(String address) {
        return this == UTF8 || isAscii(of(address));
    }

    /** A Message-ID in brackets, whose right part may be such an address. */
    String messageId(String id) {
        return id.endsWith(">") && id.indexOf('@') > 0 ? of(id.substring(0, id.length() - 1)) + ">" : of(id);
    }

    /** Whether there are no other characters than ASCII's. */
    public static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
