package dev.ticketwire.command.notice.plan;

import dev.ticketwire.osticket.schema.Staff;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agents who are told of one event, in the order in which they were added: only available ones, and one for each
 * address. Addresses are compared as written.
 */
final class Audience {
    private final Map<String, Staff> byAddress = new LinkedHashMap<>();

    /** @param agent null for nobody */
    void add(@Nullable Staff agent) {
        if (agent != null && agent.isAvailable() && agent.email != null && !agent.email.isBlank()) {
            byAddress.putIfAbsent(agent.email, agent);
        }
    }

    void addAll(Collection<Staff> agents) {
        agents.forEach(this::add);
    }

    boolean has(String address) {
        return byAddress.containsKey(address);
    }

    List<Staff> agents() {
        return List.copyOf(byAddress.values());
    }
}
