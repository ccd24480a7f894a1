package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.AddressForm;
import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.smtp.SendResult.Missed;
import jakarta.mail.Address;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mail is sent from and to, in one form of addresses.
 *
 * @param from null if it has no such form
 * @param recipients by their address as stored, in order
 * @param unusable recipients whose address is none, or has no such form
 */
record Envelope(@Nullable String from, Map<String, String> recipients, List<Missed> unusable) {
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\s<>]");

    /** @param from address of From or of the account that sends */
    static Envelope of(StoredMail mail, String from, AddressForm form) {
        Map<String, String> recipients = new LinkedHashMap<>();
        List<Missed> unusable = new ArrayList<>();
        for (String address : addresses(mail)) {
            if (!isAddress(address)) {
                unusable.add(new Missed(address, true, 0, "no usable address"));
            } else if (!form.fits(address)) {
                unusable.add(new Missed(address, true, 0, "the server takes no such characters in addresses"));
            } else {
                recipients.put(address, form.of(address));
            }
        }
        return new Envelope(isAddress(from) && form.fits(from) ? form.of(from) : null, recipients, unusable);
    }

    /** Whether some address has other characters than ASCII's. */
    static boolean needsUtf8(StoredMail mail, String from) {
        return !AddressForm.isAscii(mail.fromAddress())
                || !AddressForm.isAscii(from)
                || !addresses(mail).stream().allMatch(AddressForm::isAscii);
    }

    /** Whether there is nobody to send it to, or from. */
    boolean isUnusable() {
        return from == null || recipients.isEmpty();
    }

    Address[] addresses() {
        return recipients.values().stream().map(Envelope::address).toArray(Address[]::new);
    }

    /** Without those who have it. */
    private static List<String> addresses(StoredMail mail) {
        return mail.recipients().stream()
                .map(recipient -> recipient.address())
                .filter(address -> !mail.done().contains(address))
                .distinct()
                .toList();
    }

    /** An address that cannot end the command it is put into. */
    private static boolean isAddress(String text) {
        if (UNSAFE.matcher(text).find() || text.indexOf('@') < 1 || text.endsWith("@") || text.length() > 320) {
            return false;
        }
        try {
            new InternetAddress(AddressForm.ASCII.of(text)).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    private static InternetAddress address(String text) {
        InternetAddress address = new InternetAddress();
        address.setAddress(text);
        return address;
    }
}
