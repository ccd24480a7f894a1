package dev.ticketwire.command.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.command.settings.StoredJson;
import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.schema.FormField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which files the message of a ticket may carry: the settings of the form's message field, else five files of 10 MB.
 *
 * @param enabled whether any may
 * @param most how many
 * @param bytes most bytes of one
 * @param types extensions ({@code .pdf}) and media types ({@code image/*}) in lower case; empty for any
 */
public record AttachmentLimits(boolean enabled, int most, long bytes, Set<String> types) {
    private static final int DEFAULT_MOST = 5;
    private static final long DEFAULT_BYTES = 10L << 20;

    /** @param field the form's message field, null if it has none */
    public static AttachmentLimits of(@Nullable FormField field, HelpDeskConfig config) {
        JsonNode settings = StoredJson.read(field == null ? null : field.configuration);
        boolean enabled = settings.path("attachments").isMissingNode()
                ? config.flag("allow_attachments")
                : isTrue(settings.path("attachments"));
        int most = settings.path("max").asInt(0);
        long bytes = settings.path("size").asLong(0);
        int system = config.number("max_file_size");
        String types = settings.path("extensions").asText("");
        return new AttachmentLimits(
                enabled,
                most > 0 ? most : DEFAULT_MOST,
                Math.min(bytes > 0 ? bytes : DEFAULT_BYTES, system > 0 ? system : Long.MAX_VALUE),
                types(types.isBlank() ? config.text("allowed_filetypes") : types));
    }

    /** Why the file may not be stored; null if it may. */
    @Nullable
    String objection(Attachment file, int place) {
        if (!enabled) {
            return "Attachments are not allowed";
        }
        if (place >= most) {
            return "Only " + most + " files are allowed";
        }
        if (file.data().length > bytes) {
            return "File size is too large";
        }
        return isAllowed(file) ? null : "File type is not allowed";
    }

    private boolean isAllowed(Attachment file) {
        if (types.isEmpty() || types.contains(".*") || types.contains("*")) {
            return true;
        }
        String name = file.name().toLowerCase(Locale.ROOT);
        String type = file.type() == null ? "" : file.type();
        return types.contains(name.substring(Math.max(0, name.lastIndexOf('.'))))
                || types.contains(type)
                || types.contains(type.substring(0, Math.max(0, type.indexOf('/'))) + "/*");
    }

    private static Set<String> types(String list) {
        return Arrays.stream(list.split("[,\\s]+"))
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty())
                .map(type -> type.startsWith(".") || type.contains("/") || type.equals("*") ? type : "." + type)
                .collect(Collectors.toSet());
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean()
                ? value.asBoolean()
                : !value.asText("").isEmpty() && !value.asText("").equals("0");
    }
}
