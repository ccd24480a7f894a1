package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies one batch in one transaction: commands that are not in the inbox yet are applied in waves and written to the
 * inbox, then everything is committed. The rows of a command and its outcome are stored together or not at all.
 */
@ApplicationScoped
class BatchTransaction {

    private final BatchConnections connections;
    private final Inbox inbox;
    private final Handlers handlers;
    private final ReferenceSnapshot snapshot;
    private final ApplyConfig config;

    BatchTransaction(
            BatchConnections connections,
            Inbox inbox,
            Handlers handlers,
            ReferenceSnapshot snapshot,
            ApplyConfig config) {
        this.connections = connections;
        this.inbox = inbox;
        this.handlers = handlers;
        this.snapshot = snapshot;
        this.config = config;
    }

    /**
     * Applies the batch and commits.
     *
     * @param deliveries in the order of the batch; the same id may occur several times
     * @return the outcome of each id
     * @throws SQLException if the whole transaction must be repeated; it has been rolled back
     */
    Map<String, Recorded> apply(List<Delivery> deliveries) throws SQLException {
        Connection connection = connections.take();
        try {
            Map<String, Recorded> outcomes = apply(deliveries, connection);
            connection.commit();
            connections.keep(connection);
            return outcomes;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private Map<String, Recorded> apply(List<Delivery> deliveries, Connection connection) throws SQLException {
        Map<String, Delivery> byId = new LinkedHashMap<>();
        deliveries.forEach(delivery -> byId.putIfAbsent(delivery.id(), delivery));
        List<String> replayed = replayed(byId.values());
        inbox.forgetFailures(connection, replayed);
        Inbox.Look look = inbox.look(connection, byId.keySet());
        Map<String, Recorded> outcomes = new HashMap<>(look.outcomes());
        byId.keySet().removeAll(Set.copyOf(outcomes.keySet()));
        if (!byId.isEmpty()) {
            Scope scope = new Scope(connection, snapshot.current(), look.now(), byId, outcomes);
            scope.hasWritten = !replayed.isEmpty();
            applyFresh(scope);
        }
        return outcomes;
    }

    private static List<String> replayed(Collection<Delivery> deliveries) {
        return deliveries.stream().filter(Delivery::replay).map(Delivery::id).toList();
    }

    /**
     * The outcomes of each wave are stored right after its rows: so the database's log shows which command wrote a row,
     * even if several commands of the batch change one ticket. Most batches are one wave.
     */
    private void applyFresh(Scope scope) throws SQLException {
        List<Received<?>> commands = decoded(scope.deliveries.values(), scope.outcomes);
        Map<String, Delivery> unstored = new LinkedHashMap<>(scope.deliveries);
        for (List<Received<?>> wave : Waves.cut(commands)) {
            for (List<Received<?>> kind : Waves.byKind(wave)) {
                applyKind(kind, scope);
            }
            List<Delivery> handled =
                    wave.stream().map(received -> scope.delivery(received.id())).toList();
            inbox.store(scope.connection, handled, scope.outcomes);
            handled.forEach(delivery -> unstored.remove(delivery.id()));
        }
        if (!unstored.isEmpty()) {
            inbox.store(scope.connection, unstored.values(), scope.outcomes);
        }
    }

    /** The decoded commands. Those that cannot be decoded get the outcome failed. */
    private static List<Received<?>> decoded(Collection<Delivery> deliveries, Map<String, Recorded> outcomes) {
        List<Received<?>> commands = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            try {
                commands.add(decoded(delivery));
            } catch (IOException | RuntimeException e) {
                Outcome failed = new Outcome.Failed(delivery.id(), 1, Faults.undecodable(e));
                outcomes.put(delivery.id(), new Recorded(failed, delivery.fingerprint(), null));
            }
        }
        return commands;
    }

    private static Received<?> decoded(Delivery delivery) throws IOException {
        Command command = CommandCodec.decode(delivery.type(), delivery.source().value());
        String departments = delivery.departments();
        return new Received<>(
                delivery.id(),
                delivery.apiKeyId(),
                departments == null ? Departments.ALL : Departments.parse(departments),
                command,
                delivery.ifMatch());
    }

    private static final class Scope {
        final Connection connection;
        final Reference reference;
        final LocalDateTime now;
        /** Those that the inbox does not know, by id, in the order of the batch. */
        final Map<String, Delivery> deliveries;

        final Map<String, Recorded> outcomes;

        /** Whether the transaction holds rows that a failure of the next commands must not undo. */
        boolean hasWritten;

        Scope(
                Connection connection,
                Reference reference,
                LocalDateTime now,
                Map<String, Delivery> deliveries,
                Map<String, Recorded> outcomes) {
            this.connection = connection;
            this.reference = reference;
            this.now = now;
            this.deliveries = deliveries;
            this.outcomes = outcomes;
        }

        Delivery delivery(String id) {
            return Objects.requireNonNull(deliveries.get(id));
        }

        /** Null for the begin of the transaction, which is undone without a savepoint. */
        @Nullable
        Savepoint savepoint() throws SQLException {
            return hasWritten ? connection.setSavepoint() : null;
        }

        void undo(@Nullable Savepoint since) throws SQLException {
            if (since == null) {
                connection.rollback();
            } else {
                connection.rollback(since);
            }
        }

        void keep(@Nullable Savepoint since) throws SQLException {
            if (since != null) {
                connection.releaseSavepoint(since);
            }
            hasWritten = true;
        }
    }

    @SuppressWarnings("unchecked") // all have the kind of the first
    private <C extends Command> void applyKind(List<Received<?>> received, Scope scope) throws SQLException {
        List<Received<C>> commands = (List<Received<C>>) (List<?>) received;
        applyOrHalve(commands, (Class<C>) commands.getFirst().command().getClass(), scope, 1);
    }

    private <C extends Command> void applyOrHalve(List<Received<C>> commands, Class<C> kind, Scope scope, int attempt)
            throws SQLException {
        Savepoint before = scope.savepoint();
        try {
            List<Result> results = results(commands, kind, scope);
            scope.keep(before);
            for (int i = 0; i < commands.size(); i++) {
                String id = commands.get(i).id();
                record(id, outcome(scope.delivery(id), results.get(i)), scope, null);
            }
        } catch (SQLException | RuntimeException e) {
            if (Faults.isPassing(e) || Faults.isSetup(e) || Faults.isDuplicate(e)) {
                throw e;
            }
            scope.undo(before);
            tryAgain(commands, kind, scope, attempt, e);
        }
    }

    /** In halves, until the culprit stands alone; that one again, until it is given up. */
    private <C extends Command> void tryAgain(
            List<Received<C>> commands, Class<C> kind, Scope scope, int attempt, Exception e) throws SQLException {
        if (commands.size() > 1) {
            int half = commands.size() / 2;
            applyOrHalve(commands.subList(0, half), kind, scope, 1);
            applyOrHalve(commands.subList(half, commands.size()), kind, scope, 1);
        } else if (attempt < config.attempts()) {
            applyOrHalve(commands, kind, scope, attempt + 1);
        } else {
            String id = commands.getFirst().id();
            record(id, new Outcome.Failed(id, attempt, Faults.described(e)), scope, e);
        }
    }

    private <C extends Command> List<Result> results(List<Received<C>> commands, Class<C> kind, Scope scope)
            throws SQLException {
        Refusal unmet = IfMatchCheck.unmet(scope.connection, commands.getFirst());
        return unmet != null
                ? List.of(new Result.Rejected(unmet))
                : handlers.of(kind)
                        .apply(new Wave<>(scope.connection, scope.reference, scope.now, List.copyOf(commands)));
    }

    private static Outcome outcome(Delivery delivery, Result result) {
        return switch (result) {
            case Result.Applied applied ->
                new Outcome.Applied(delivery.id(), applied.number(), applied.ticketId(), applied.answer());
            case Result.Rejected rejected ->
                new Outcome.Rejected(delivery.id(), delivery.spellings().of(rejected.refusal()));
        };
    }

    private static void record(String id, Outcome outcome, Scope scope, @Nullable Exception e) {
        scope.outcomes.put(id, new Recorded(outcome, scope.delivery(id).fingerprint(), e));
    }

    private static void rollBack(Connection connection, Exception cause) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
