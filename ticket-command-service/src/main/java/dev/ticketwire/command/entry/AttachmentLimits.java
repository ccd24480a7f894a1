package dev.ticketwire.command.entry;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.schema.FormField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Limits on the files of an entry. Their number is unlimited, as in osTicket 1.18.
 *
 * @param enabled whether files are allowed
 * @param bytes maximum size of a file
 * @param types extensions ({@code .pdf}) and media types ({@code image/*}) in lower case; empty for any
 */
public record AttachmentLimits(boolean enabled, long bytes, Set<String> types) {
    /** A size in bytes, as in {@code php.ini}. */
    private static final Pattern PLAIN_BYTES = Pattern.compile("\\d{1,18}");

    private static final Pattern SHORTHAND = Pattern.compile("(\\d{1,9})\\s*([KkMmGg])");

    /**
     * Limits for API requests: the settings of the form's message field, and {@code max_file_size} of the help desk.
     *
     * @param field the form's message field, null if it has none
     */
    public static AttachmentLimits of(@Nullable FormField field, HelpDeskConfig config) {
        StoredJson settings = StoredJson.read(field == null ? null : field.configuration);
        boolean enabled = settings.flag("attachments", config.flag("allow_attachments"));
        long bytes = settings.longNumber("size", 0);
        String types = settings.text("extensions");
        return new AttachmentLimits(
                enabled,
                Math.min(bytes > 0 ? bytes : Long.MAX_VALUE, ofHelpDesk(config)),
                types(types.isBlank() ? config.text("allowed_filetypes") : types));
    }

    /** Limits for mails: only {@code max_file_size} of the help desk. */
    public static AttachmentLimits ofMail(HelpDeskConfig config) {
        return new AttachmentLimits(true, ofHelpDesk(config), Set.of());
    }

    /** Why the file may not be stored; null if it may. */
    @Nullable
    String objection(Attachment file) {
        if (!enabled) {
            return "Attachments are not allowed";
        }
        if (file.data().length > bytes) {
            return "File size is too large";
        }
        return isAllowed(file) ? null : "File type is not allowed";
    }

    private static long ofHelpDesk(HelpDeskConfig config) {
        long most = bytes(config.text("max_file_size").strip());
        return most > 0 ? most : Long.MAX_VALUE;
    }

    /** The size in bytes, also from PHP's shorthand: {@code 16M} is 16 MiB. 0 if it is not a size. */
    private static long bytes(String size) {
        Matcher shorthand = SHORTHAND.matcher(size);
        if (!shorthand.matches()) {
            return PLAIN_BYTES.matcher(size).matches() ? Long.parseLong(size) : 0;
        }
        int bits = switch (shorthand.group(2)) {
            case "K", "k" -> 10;
            case "M", "m" -> 20;
            default -> 30;
        };
        return Long.parseLong(shorthand.group(1)) << bits;
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
}
