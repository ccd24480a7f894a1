package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;

/** Finds the handler for a kind of command. */
@ApplicationScoped
class Handlers {
    private final Map<Class<? extends Command>, Handler<? extends Command>> byKind = new HashMap<>();

    Handlers(@Any Instance<Handler<?>> handlers) {
        handlers.forEach(handler -> byKind.put(handler.kind(), handler));
    }

    /** @throws IllegalStateException if there is no handler for the kind; only this command fails then */
    @SuppressWarnings("unchecked") // put() above pairs each kind with its own handler
    <C extends Command> Handler<C> of(Class<C> kind) {
        Handler<?> handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalStateException("no handler for " + kind.getSimpleName());
        }
        return (Handler<C>) handler;
    }
}
