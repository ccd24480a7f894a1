package dev.ticketwire.osticket.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A recipient of a mail.
 *
 * @param as {@code to} or {@code cc}
 * @param name empty for the bare address
 */
public record MailAddressee(
        @JsonProperty("as") String as,
        @JsonProperty("name") String name,
        @JsonProperty("address") String address) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static MailAddressee to(String name, String address) {
        return new MailAddressee("to", name, address);
    }

    public static MailAddressee cc(String name, String address) {
        return new MailAddressee("cc", name, address);
    }

    /** As stored in {@code ticketwire_mail.recipients}. */
    public static String write(List<MailAddressee> all) {
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if the text is not what {@link #write} makes */
    public static List<MailAddressee> read(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a list of recipients", e);
        }
    }
}
