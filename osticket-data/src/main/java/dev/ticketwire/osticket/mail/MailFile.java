package dev.ticketwire.osticket.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A file attached to a mail. Pictures that its HTML shows are none of these: {@code cid:} and the file's key name them.
 *
 * @param id of osTicket's {@code file}
 * @param name as shown
 */
public record MailFile(
        @JsonProperty("id") int id, @JsonProperty("name") String name) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As stored in {@code ticketwire_mail.files}. */
    public static String write(List<MailFile> all) {
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if the text is not what {@link #write} makes */
    public static List<MailFile> read(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a list of files", e);
        }
    }
}
