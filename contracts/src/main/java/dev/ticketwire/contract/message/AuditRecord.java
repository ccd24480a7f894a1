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
 * One request that changed something or was refused; value of {@code osticket.audit}. Successful reads have none. It
 * contains no key and no body. Members that are null are left out of the JSON.
 *
 * @param time of the answer: ISO 8601 instant, UTC
 * @param request unique id of this request, a UUID; each repeat of a command has its own
 * @param actor kind of caller
 * @param keyId id of the API key, also if the key is unauthorized or inactive; null if none was found
 * @param address the caller's IP address, also behind trusted proxies; null if unknown
 * @param method HTTP method, at most {@value #LONGEST_METHOD} characters of it
 * @param operation lower-case name of the operation, {@code none} for an unknown path
 * @param argument the argument in the path, such as a ticket number, at most {@value #LONGEST_ARGUMENT} characters of
 *     it; null if there is none, or it is a receipt
 * @param commandId id of the command or bulk, null if none was sent
 * @param ticket number of the created or changed ticket, null if there is none or it is not known yet
 * @param status HTTP status of the answer
 * @param code of the problem, null if there is none
 * @param outcome the result
 * @param durationMs from the request's first byte to the end of the answer
 * @param legacy whether it used one of the plugin's paths
 * @param items number of operations in a bulk or of replayed letters, null for other requests
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

    /** The kind of caller. */
    public enum Actor {
        /** Holder of an API key. */
        KEY,
        /** Holder of the operator's token. */
        OPERATOR,
        /** A caller without either. */
        UNKNOWN;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The result of a request. */
    public enum Result {
        /** The change is committed. */
        APPLIED,
        /** The help desk's rules refused the command, and nothing was changed. */
        REJECTED,
        /** Failed because of a fault. */
        FAILED,
        /** Stored by Kafka, not applied yet; the inbox will have the outcome. */
        ACCEPTED,
        /**
         * Refused by the gateway or a read service. With a command id and status 503 the command may have been stored.
         */
        REFUSED;

        /** The default result for an HTTP status. */
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

    /** Key of the record: id of the API key, {@code operator}, or null for an unknown caller. */
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
     * Parses a record; unknown members are ignored.
     *
     * @throws IOException if {@code json} is not a record
     */
    public static AuditRecord of(byte[] json) throws IOException {
        return CommandCodec.json().readValue(json, AuditRecord.class);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
