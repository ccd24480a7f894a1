package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.format.PhpNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * osTicket's settings by namespace and key, with osTicket's built-in defaults for missing core keys. False and 0 are
 * stored as the empty string.
 */
public final class HelpDeskConfig {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("enable_richtext", "1"),
            Map.entry("allow_attachments", "1"),
            Map.entry("accept_unregistered_email", "1"),
            Map.entry("add_email_collabs", "1"),
            Map.entry("message_autoresponder_collabs", "1"),
            Map.entry("allow_auth_tokens", "1"),
            Map.entry("default_template_id", "1"),
            Map.entry("auto_claim_tickets", "1"),
            Map.entry("auto_refer_closed", "1"),
            Map.entry("collaborator_ticket_visibility", "1"),
            Map.entry("require_topic_to_close", "0"),
            Map.entry("disable_agent_collabs", "0"),
            Map.entry("default_storage_bk", "D"),
            Map.entry("verify_email_addrs", "1"),
            Map.entry("max_open_tickets", "0"),
            Map.entry("default_help_topic", "0"),
            Map.entry("default_ticket_status_id", "1"),
            Map.entry("allow_external_images", "0"),
            Map.entry("agent_name_format", "full"),
            Map.entry("client_name_format", "original"),
            Map.entry("system_language", "en_US"));

    private final Map<String, Map<String, String>> namespaces;

    /** @param namespaces values by key, by namespace */
    public HelpDeskConfig(Map<String, Map<String, String>> namespaces) {
        this.namespaces = namespaces;
    }

    /** The core setting; if missing, osTicket's default, else the empty string. */
    public String text(String key) {
        String value = namespaces.getOrDefault("core", Map.of()).get(key);
        return value != null ? value : DEFAULTS.getOrDefault(key, "");
    }

    /** Whether the core setting is neither empty nor {@code 0}. */
    public boolean flag(String key) {
        String value = text(key);
        return !value.isEmpty() && !value.equals("0");
    }

    /** The leading integer of the core setting, at most {@link Integer#MAX_VALUE}; 0 if it has none, or is negative. */
    public int number(String key) {
        return (int) Math.clamp(PhpNumber.leading(text(key)), 0, Integer.MAX_VALUE);
    }

    /** A setting of another namespace, e.g. {@code schedule.1} / {@code configuration}; null if absent. */
    public @Nullable String text(String namespace, String key) {
        return namespaces.getOrDefault(namespace, Map.of()).get(key);
    }
}
