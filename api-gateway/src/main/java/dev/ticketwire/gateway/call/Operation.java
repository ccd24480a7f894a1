package dev.ticketwire.gateway.call;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All operations of the gateway. A request that matches none is denied. Permissions belong to the operation, never to a
 * path.
 */
public enum Operation {
    CREATE(null, Argument.NONE, List.of("POST"), Permission.unauthorized("can_create_tickets", "")),
    GET(
            "tickets-get",
            Argument.TICKET,
            List.of("GET"),
            Permission.unauthorized("can_read_tickets", " to read tickets")),
    UPDATE(
            "tickets-update",
            Argument.TICKET,
            List.of("PATCH", "PUT"),
            Permission.unauthorized("can_update_tickets", " to update tickets")),
    /** A public reply of an agent or of a customer. */
    REPLY(null, Argument.NONE, List.of("POST"), Permission.unauthorized("can_update_tickets", " to update tickets")),
    SEARCH(
            "tickets-search",
            Argument.NONE,
            List.of("GET"),
            Permission.unauthorized("can_search_tickets", " to search tickets").orRead()),
    DELETE(
            "tickets-delete",
            Argument.TICKET,
            List.of("DELETE"),
            Permission.unauthorized("can_delete_tickets", " to delete tickets")),
    STATS("tickets-stats", Argument.NONE, List.of("GET"), Permission.statistics()),
    STATUSES("tickets-statuses", Argument.NONE, List.of("GET"), Permission.statistics()),
    /** Statistics on any selection of tickets. */
    REPORT(null, Argument.NONE, List.of("GET"), Permission.statistics()),
    PARENT("tickets-subtickets-parent", Argument.CHILD, List.of("GET"), Permission.subtickets()),
    CHILDREN("tickets-subtickets-list", Argument.PARENT, List.of("GET"), Permission.subtickets()),
    LINK("tickets-subtickets-create", Argument.PARENT, List.of("POST"), Permission.subtickets()),
    UNLINK("tickets-subtickets-unlink", Argument.CHILD, List.of("DELETE"), Permission.subtickets()),
    DOWNLOAD(
            "tickets-attachment-download",
            Argument.FILE,
            List.of("GET"),
            Permission.unauthorized("can_read_tickets", " to read attachments")),
    /** A file's raw bytes. */
    CONTENT(null, Argument.NONE, List.of("GET"), Permission.unauthorized("can_read_tickets", " to read attachments")),
    /** A ticket's thread entries, in pages. */
    THREAD(null, Argument.NONE, List.of("GET"), Permission.unauthorized("can_read_tickets", " to read tickets")),
    /** The mails about a ticket. */
    MAILS(null, Argument.NONE, List.of("GET"), Permission.unauthorized("can_read_tickets", " to read tickets")),
    /** Choices for a ticket form: departments, topics, agents and the like. */
    LOOKUP(null, Argument.NONE, List.of("GET"), Permission.unauthorized("can_read_tickets", " to read tickets")),
    /** Tickets by any filter, or by external id. */
    LIST(
            null,
            Argument.NONE,
            List.of("GET"),
            Permission.unauthorized("can_search_tickets", " to search tickets").orRead()),
    /** Changes of tickets, as a stream or in pages. */
    EVENTS(null, Argument.NONE, List.of("GET"), Permission.unauthorized("can_read_tickets", " to read tickets")),
    /** Webhooks of the key: list, look, log, samples. */
    WEBHOOKS(null, Argument.NONE, List.of("GET"), Permission.unauthorized("can_read_tickets", " to read tickets")),
    /** Any change of a webhook, or of what is to be delivered to it. */
    WEBHOOK_CHANGE(
            null,
            Argument.NONE,
            List.of("POST", "PATCH", "DELETE"),
            Permission.unauthorized("can_read_tickets", " to read tickets")),
    /** Sends an example to a webhook. */
    WEBHOOK_TEST(null, Argument.NONE, List.of("POST"), Permission.unauthorized("can_read_tickets", " to read tickets")),
    /** Many writes in one request; each needs its own permission. */
    BULK(null, Argument.NONE, List.of("POST"), null),
    /** State of a command, for the key that sent it; needs no permission. */
    RECEIPT(null, Argument.NONE, List.of("GET"), null),
    /** The documentation; public. */
    DOCS(null, Argument.NONE, List.of("GET"), null),
    /** The page of a problem; public. */
    PROBLEM(null, Argument.NONE, List.of("GET"), null),
    /** JSON Schema of an event; public. */
    EVENT_SCHEMA(null, Argument.NONE, List.of("GET"), null),
    /** Health for load balancers; public. */
    HEALTH(null, Argument.NONE, List.of("GET"), null),
    /** Methods that a path takes; public. */
    OPTIONS(null, Argument.NONE, List.of("OPTIONS"), null),
    /** Requests forwarded to osTicket's own PHP, which does its own access control. */
    PHP(null, Argument.NONE, List.of(), null);

    /** The argument after the script name of a legacy path. */
    public enum Argument {
        NONE(""),
        TICKET("{ticket_number}"),
        CHILD("{child_ticket_number}"),
        PARENT("{parent_ticket_number}"),
        FILE("{file_id}");

        private final String placeholder;

        Argument(String placeholder) {
            this.placeholder = placeholder;
        }
    }

    /**
     * @param column permission column of the key table
     * @param orElse a column that is sufficient too, null if there is none
     * @param deniedStatus HTTP status for a key without it
     */
    public record Permission(String column, @Nullable String orElse, int deniedStatus, String deniedText) {

        static Permission unauthorized(String column, String what) {
            return new Permission(column, null, 401, "API key not authorized" + what);
        }

        static Permission statistics() {
            return unauthorized("can_read_stats", " to read ticket statistics").orRead();
        }

        static Permission subtickets() {
            return new Permission(
                    "can_manage_subtickets", null, 403, "API key not authorized for subticket operations");
        }

        Permission orRead() {
            return new Permission(column, "can_read_tickets", deniedStatus, deniedText);
        }
    }

    private final @Nullable String script;
    private final Argument argument;
    private final List<String> methods;
    private final @Nullable Permission permission;
    private final String invalidUrl;
    private final String tag = name().toLowerCase(Locale.ROOT);

    Operation(@Nullable String script, Argument argument, List<String> methods, @Nullable Permission permission) {
        this.script = script;
        this.argument = argument;
        this.methods = methods;
        this.permission = permission;
        this.invalidUrl = argument == Argument.NONE
                ? "Invalid URL format"
                : "Invalid URL format. Expected: /api/" + script + ".php/" + argument.placeholder + ".json";
    }

    /** Name of the plugin's script without {@code .php}, null if the operation has none. */
    public @Nullable String script() {
        return script;
    }

    public Argument argument() {
        return argument;
    }

    /** The argument in a legacy path, e.g. <code>/{ticket_number}</code>; empty if there is none. */
    public String legacyArgument() {
        return argument == Argument.NONE ? "" : '/' + argument.placeholder;
    }

    /** HTTP methods of the legacy path. */
    public List<String> methods() {
        return methods;
    }

    /** The permission that a key needs, null if any valid key is sufficient. */
    public @Nullable Permission permission() {
        return permission;
    }

    /** Whether a key needs the setting {@code maySubscribe} too. */
    public boolean isOfSubscribers() {
        return this == WEBHOOKS || this == WEBHOOK_CHANGE || this == WEBHOOK_TEST;
    }

    /** Whether no key is needed. */
    public boolean isPublic() {
        return switch (this) {
            case DOCS, PROBLEM, EVENT_SCHEMA, HEALTH, OPTIONS, PHP -> true;
            default -> false;
        };
    }

    /** The plugin's message for a malformed path. */
    public String invalidUrl() {
        return invalidUrl;
    }

    /** The plugin's message for ticket number 0, where it refuses that before it checks the key; null elsewhere. */
    public @Nullable String zeroRefused() {
        return switch (this) {
            case PARENT, CHILDREN -> "Invalid ticket number";
            case LINK -> "Invalid parent ticket number";
            case UNLINK -> "Invalid child ticket number";
            default -> null;
        };
    }

    /** Lower-case name for metrics and logs. */
    public String tag() {
        return tag;
    }
}
