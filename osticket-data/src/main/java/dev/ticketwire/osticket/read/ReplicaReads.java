package dev.ticketwire.osticket.read;

import dev.ticketwire.osticket.read.ReplicaCircuit.Answer;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads that a replica may answer: expensive ones, for which the question to the primary is worth it. Without {@code
 * ticketwire.db.replica.url} the primary answers, as if there were no such option.
 *
 * <p>An answer is as fresh as the primary's: the replica is first asked to reach what the primary has committed. If it
 * does not within {@code ticketwire.db.replica.wait}, or cannot be used, the primary answers.
 */
@ApplicationScoped
public class ReplicaReads implements Reads {
    private static final int STATEMENT_TIMEOUT = 1969;
    /** Errors that the primary would report too, the first of them after much work. */
    private static final Set<Integer> ANSWERS = Set.of(STATEMENT_TIMEOUT, ILLEGAL_MIX_OF_COLLATIONS);

    private final Reads primary;
    private final @Nullable AgroalDataSource replica;
    private final ReplicaConnection connection;
    private final ReplicaCircuit circuit = new ReplicaCircuit(System::nanoTime);
    private final Map<Answer, Counter> answers = new EnumMap<>(Answer.class);

    @Inject
    ReplicaReads(
            HelpDeskReads primary,
            @DataSource("replica") InjectableInstance<AgroalDataSource> replica,
            @ConfigProperty(name = "ticketwire.db.replica.wait") Duration wait,
            MeterRegistry metrics) {
        this(primary, replica.listActive().stream().findFirst().orElse(null), wait, metrics);
    }

    ReplicaReads(Reads primary, @Nullable AgroalDataSource replica, Duration wait, MeterRegistry metrics) {
        this.primary = primary;
        this.replica = replica;
        this.connection = new ReplicaConnection(primary, wait);
        if (replica != null) {
            register(metrics);
        }
    }

    private void register(MeterRegistry metrics) {
        for (Answer answer : Answer.values()) {
            answers.put(
                    answer,
                    Counter.builder("ticketwire.replica.reads")
                            .description("Reads that the replica may answer, and who answered them")
                            .tag("answer", answer.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
    }

    @Override
    public <T> T read(Query<T> query) {
        if (replica == null) {
            return primary.read(query);
        }
        Optional<T> found = circuit.permits() ? fromReplica(replica, query) : Optional.empty();
        count(found.isPresent() ? Answer.REPLICA : circuit.latest());
        return found.orElseGet(() -> primary.read(query));
    }

    /** Empty if the primary must answer. */
    private <T> Optional<T> fromReplica(AgroalDataSource database, Query<T> query) {
        PrimaryPosition position = primary.read(PrimaryPosition::read);
        if (position.gtids().isEmpty()) {
            circuit.failed(Answer.PRIMARY_AWAY, "the primary has no binary log, so its end is not known");
            return Optional.empty();
        }
        try (Connection borrowed = database.getConnection()) {
            connection.await(borrowed, position);
            circuit.succeeded();
            return Optional.of(query.on(borrowed));
        } catch (ReplicaConnection.Refused e) {
            circuit.failed(e.answer(), String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            failed(database, e);
        }
        return Optional.empty();
    }

    private void failed(AgroalDataSource database, SQLException error) {
        if (ANSWERS.contains(error.getErrorCode())) {
            throw new ReadFailed(error);
        }
        if (error.getCause() instanceof TimeoutException) {
            circuit.failed(Answer.PRIMARY_LATE, "all connections to it are in use");
            return;
        }
        circuit.failed(Answer.PRIMARY_AWAY, String.valueOf(error.getMessage()));
        // The other idle connections are as dead as this one, if it was one.
        database.flush(FlushMode.IDLE);
    }

    private void count(Answer answer) {
        Counter counter = answers.get(answer);
        if (counter != null) {
            counter.increment();
        }
    }
}
