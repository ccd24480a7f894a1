package dev.ticketwire.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ticketwire.contract.event.TicketState.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a ticket's thread. Members that are null are left out of the JSON.
 *
 * @param poster the author's name as osTicket shows it
 * @param agent who wrote it; null if no agent did
 * @param customer (user) who wrote it; null if no customer did
 * @param system whether osTicket or the API wrote it in nobody's name
 * @param body as stored, not cleaned; at most 64 KiB of UTF-8. Empty if osTicket stored it as a file: see the
 *     attachments
 * @param bodyTruncated whether the body is longer than that; the API gives all of it
 * @param format of the body: {@code html}, {@code text} or {@code markdown}
 * @param created {@code YYYY-MM-DD HH:MM:SS} in the database's time zone
 * @param attachments files attached with it, in the order of their ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        long id,
        Type type,
        @Nullable String poster,
        @Nullable Named agent,
        @Nullable Named customer,
        boolean system,
        @Nullable String title,
        String body,
        boolean bodyTruncated,
        String format,
        @Nullable String created,
        List<AttachedFile> attachments) {

    public Entry {
        attachments = List.copyOf(attachments);
    }

    /** The kind of an entry. */
    public enum Type {
        /** Of a customer. */
        MESSAGE,
        /** Of an agent, to the customers. */
        REPLY,
        /** Internal. */
        NOTE;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
