package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a batch into waves. A command opens a new wave if an earlier one of the wave changes a ticket that it names, or
 * names a ticket that it changes. The commands of a wave may be applied in any order. A conditional command is a
 * separate wave.
 */
final class Waves {
    private Waves() {}

    static List<List<Received<?>>> cut(List<Received<?>> commands) {
        return WaveCutter.cut(commands, received -> {
            Command command = received.command();
            boolean isConditional = received.ifMatch() != null;
            return new WaveCutter.Footprint(command.changes(), command.names(), command.names(), isConditional);
        });
    }

    /** One list per kind, in the order of each kind's first command. */
    static List<List<Received<?>>> byKind(List<Received<?>> wave) {
        Map<Class<?>, List<Received<?>>> kinds = new HashMap<>();
        List<List<Received<?>>> ordered = new ArrayList<>();
        for (Received<?> received : wave) {
            kinds.computeIfAbsent(received.command().getClass(), kind -> {
                        List<Received<?>> list = new ArrayList<>();
                        ordered.add(list);
                        return list;
                    })
                    .add(received);
        }
        return ordered;
    }
}
