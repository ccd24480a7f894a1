package dev.ticketwire.contract.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request that changed something or was refused; value of {@code osticket.audit}. A plain successful read has none.
 * It holds nothing of a key, and no body. Members that are null are left out of the JSON.
 *
 * @param time when it was answered: ISO 8601 instant, UTC
 * @param request id of this request alone, a UUID: a repeated command has one for every time it was asked
 * @param actor who asked
 * @param keyId id of the API key in osTicket, also where the key may not do this or is inactive; null if none was found
 * @param address the caller's IP address, behind trusted proxies too; null if it is not known
 * @param method HTTP method, at most {@value #LONGEST_METHOD} characters of it
 * @param operation lower-case name of the operation, {@code none} for a path that nothing is served under
 * @param argument what the path names, such as the number of a ticket, at most {@value #LONGEST_ARGUMENT} characters of
 *     it; null if it names nothing, or a receipt
 * @param commandId the command that came of it, or the bulk's id; null if none did
 * @param ticket number of the ticket that was made or changed, null if none was or it is not known yet
 * @param status HTTP status of the answer
 * @param code of the problem, null if there is none
 * @param outcome what became of it
 * @param durationMs from the request's first byte to the end of the answer
 * @param legacy whether it came by one of the plugin's paths
 * @param items number of operations in a bulk or of letters replayed, null for any other request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecord(
        String time,
        String request,
        Actor actor,
        @Nullable Integer keyId,
        @Nullable String address,
        String method,
        String operation,
        @Nullable String argument,
        @Nullable String commandId,
        @Nullable String ticket,
        int status,
        @Nullable String code,
        Result outcome,
        long durationMs,
        boolean legacy,
        @Nullable Integer items) {

    public static final int LONGEST_METHOD = 16;
    public static final int LONGEST_ARGUMENT = 64;

    public AuditRecord {
        method = cut(method, LONGEST_METHOD);
        argument = argument == null || argument.isEmpty() ? null : cut(argument, LONGEST_ARGUMENT);
    }

    /** Who asked. */
    public enum Actor {
        /** Holder of an API key. */
        KEY,
        /** Holder of the operator's token. */
        OPERATOR,
        /** Somebody without either. */
        UNKNOWN;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of a request. */
    public enum Result {
        /** It is done. */
        APPLIED,
        /** The help desk's rules refused the command, and nothing was changed. */
        REJECTED,
        /** Given up because of a fault. */
        FAILED,
        /** Stored, to be done; the outcome is in the inbox. */
        ACCEPTED,
        /** The gateway would not, or one of the reads. With a command's id and status 503 it may have been stored. */
        REFUSED;

        /** What an answer with {@code status} means where nobody said more. */
        public static Result of(int status) {
            return switch (status) {
                case 202 -> ACCEPTED;
                case 500 -> FAILED;
                default -> status < 400 ? APPLIED : REFUSED;
            };
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Key of the record: id of the API key, {@code operator}, or null for somebody unknown. */
    public @Nullable String key() {
        if (keyId != null) {
            return keyId.toString();
        }
        return actor == Actor.OPERATOR ? actor.text() : null;
    }

    /** As JSON, UTF-8. */
    public byte[] json() {
        try {
            return CommandCodec.json().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Members it does not know are ignored.
     *
     * @throws IOException if {@code json} is no such record
     */
    public static AuditRecord of(byte[] json) throws IOException {
        return CommandCodec.json().readValue(json, AuditRecord.class);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
