package dev.ticketwire.command.notice.plan;

import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.person.EmailAddress;
import dev.ticketwire.osticket.person.NamedAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of addresses as administrators write it: {@code a@b, Name <a@b>; "Last, First" <a@b>, %{user}}. */
final class AddressList {
    private static final String OWNER = "%{user}";

    private AddressList() {}

    /**
     * The recipients, in order. What is no address is left out: it costs no other recipient his mail.
     *
     * @param owner whom {@code %{user}} stands for; null for nobody
     */
    static List<MailAddressee> read(String list, @Nullable MailAddressee owner) {
        List<MailAddressee> recipients = new ArrayList<>();
        for (String part : parts(list)) {
            if (!part.equals(OWNER)) {
                NamedAddress address = NamedAddress.of(part);
                if (EmailAddress.isOfMail(address.address())) {
                    recipients.add(MailAddressee.to(address.name(), address.address()));
                }
            } else if (owner != null) {
                recipients.add(owner);
            }
        }
        return recipients;
    }

    /** Separated by commas, semicolons or line ends that are not in quotes. */
    private static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == ',' || c == ';' || c == '\n')) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
