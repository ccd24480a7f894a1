package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.webhook.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes the parts of a row that are JSON, encrypted or not. */
@ApplicationScoped
class WebhookCodec {
    private final ObjectMapper json = new ObjectMapper();
    private final Seal seal;

    WebhookCodec(Seal seal) {
        this.seal = seal;
    }

    Filters filters(Webhook row) {
        return read(row.filter, Filters.class);
    }

    @Nullable
    JsonNode template(Webhook row) {
        return row.template == null ? null : read(row.template, JsonNode.class);
    }

    Draft draft(Webhook row) {
        Confidential confidential = confidential(row);
        return new Draft(row.description, confidential.url(), confidential.headers(), filters(row), template(row));
    }

    /** Sets everything but what is encrypted. */
    void setOpenPart(Webhook row, Draft draft) {
        row.description = draft.description();
        row.filter = text(draft.filters());
        row.template = draft.template() == null ? null : text(draft.template());
    }

    /** @throws dev.ticketwire.webhook.seal.SealBrokenException if its key is missing */
    Confidential confidential(Webhook row) {
        try {
            return json.readValue(seal.open(row.sealed, context(row)), Confidential.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param row must have its id */
    void setConfidential(Webhook row, Confidential confidential) {
        try {
            row.sealed = seal.seal(json.writeValueAsBytes(confidential), context(row));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String context(Webhook row) {
        return "webhook:" + row.id;
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
