package dev.ticketwire.command.update;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.apply.WaveCutter;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.command.ticket.ParentRule;
import dev.ticketwire.command.ticket.TicketLookup;
import dev.ticketwire.command.ticket.TicketRow;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.osticket.reference.SnapshotCache;
import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handles updates. Each is applied as a whole or not at all. */
@ApplicationScoped
class UpdateTickets implements Handler<UpdateTicket> {
    private final Notices notices;
    private final SnapshotCache<UpdateRules> rules = new SnapshotCache<>();

    UpdateTickets(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Class<UpdateTicket> kind() {
        return UpdateTicket.class;
    }

    @Override
    public List<Result> apply(Wave<UpdateTicket> wave) throws SQLException {
        Connection connection = wave.connection();
        UpdateRules current =
                rules.of(wave.reference(), reference -> UpdateRules.of(reference, DatabaseZone.of(connection)));
        TicketLookup existing = find(wave);
        Map<Integer, TicketRow> rows = TicketRow.lock(connection, existing.ids());
        Map<Integer, TicketRow> formerParents = formerParents(wave, existing, rows);
        List<Result> results = new ArrayList<>();
        for (List<Received<UpdateTicket>> part :
                WaveCutter.cut(wave.commands(), received -> footprint(received.command(), existing))) {
            if (!results.isEmpty()) {
                rows = TicketRow.again(connection, existing.ids());
            }
            UpdateBatch batch = new UpdateBatch(wave, current, existing, rows, formerParents, new ArrayList<>());
            results.addAll(batch.apply(part));
            notices.tell(connection, wave.reference(), wave.now(), batch.notes());
        }
        return results;
    }

    private static TicketLookup find(Wave<UpdateTicket> wave) throws SQLException {
        List<UpdateTicket> commands =
                wave.commands().stream().map(Received::command).toList();
        List<String> numbers = new ArrayList<>(parents(commands, true));
        commands.forEach(command -> numbers.add(command.ticket()));
        return TicketLookup.find(wave.connection(), numbers, parents(commands, false));
    }

    private static List<String> parents(List<UpdateTicket> commands, boolean strict) {
        return commands.stream()
                .filter(command -> command.strict() == strict)
                .map(UpdateTicket::parent)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The current parents of tickets that keys restricted to departments link elsewhere. Reads nothing without such a
     * key.
     */
    private static Map<Integer, TicketRow> formerParents(
            Wave<UpdateTicket> wave, TicketLookup existing, Map<Integer, TicketRow> rows) throws SQLException {
        Set<Integer> parents = new TreeSet<>();
        for (Received<UpdateTicket> received : wave.commands()) {
            TicketRow row = existing.row(received.command().ticket(), rows);
            boolean isBound = !received.departments().areAll();
            if (row != null && received.command().parent() != null && isBound) {
                parents.add(row.parent());
            }
        }
        return parents.isEmpty() ? Map.of() : TicketRow.again(wave.connection(), parents);
    }

    /** Two commands may name one ticket differently: the later one must see the changes of the earlier one. */
    private static WaveCutter.Footprint footprint(UpdateTicket command, TicketLookup existing) {
        Integer target = existing.idByNumber(command.ticket());
        Integer parent = command.parent() == null ? null : ParentRule.id(command.parent(), command.strict(), existing);
        return WaveCutter.Footprint.of(setOf(target), setOf(target, parent));
    }

    private static Set<Integer> setOf(@Nullable Integer... ids) {
        return Arrays.stream(ids).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
