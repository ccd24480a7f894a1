package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a batch into waves: a command opens a new wave when an earlier one of the wave changes a ticket that it names,
 * or names one that it changes. What stays in one wave may be applied in any order. A command that is wanted only if
 * its ticket is as its sender saw it is a wave of its own.
 */
final class Waves {
    private Waves() {}

    static List<List<Received<?>>> cut(List<Received<?>> commands) {
        List<List<Received<?>>> waves = new ArrayList<>();
        List<Received<?>> wave = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        Set<String> named = new HashSet<>();
        boolean isClosed = false;
        for (Received<?> received : commands) {
            Command command = received.command();
            boolean isAlone = received.ifMatch() != null;
            if (isClosed
                    || isAlone && !wave.isEmpty()
                    || meet(command.changes(), named)
                    || meet(command.names(), changed)) {
                waves.add(wave);
                wave = new ArrayList<>();
                changed.clear();
                named.clear();
            }
            isClosed = isAlone;
            wave.add(received);
            changed.addAll(command.changes());
            named.addAll(command.names());
        }
        if (!wave.isEmpty()) {
            waves.add(wave);
        }
        return waves;
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

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
