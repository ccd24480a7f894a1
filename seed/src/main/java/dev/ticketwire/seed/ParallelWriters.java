package dev.ticketwire.seed;

import dev.ticketwire.setup.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Two writers with separate connections: while the server stores a batch of one, the other generates the next. */
final class ParallelWriters {
    private static final int WRITERS = 2;

    private final Database database;
    private final boolean isOurs;
    private final BatchGenerator generator;
    private final SeedProgress progress;

    ParallelWriters(Database database, boolean isOurs, BatchGenerator generator, SeedProgress progress) {
        this.database = database;
        this.isOurs = isOurs;
        this.generator = generator;
        this.progress = progress;
    }

    /** @throws CompletionException around the first failure; the other writer ends after its batch */
    void write(List<BatchPlan> batches) {
        Queue<BatchPlan> open = new ConcurrentLinkedQueue<>(batches);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<CompletableFuture<Void>> writers = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> take(open), threads))
                    .limit(WRITERS)
                    .toList();
            CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture<?>[]::new));
            progress.follow(all);
            all.join();
        }
    }

    private void take(Queue<BatchPlan> open) {
        try (Connection connection = connect()) {
            RowLoader loader = RowLoader.fastest(connection);
            for (BatchPlan batch = open.poll(); batch != null; batch = open.poll()) {
                generator.generate(batch).write(connection, loader);
                progress.add(batch.to() - batch.from());
            }
        } catch (SQLException e) {
            open.clear();
            throw new CompletionException(e);
        }
    }

    /** Disables the server's checks: generated rows are consistent. */
    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(
                database.url() + "?allowLocalInfile=true&sessionVariables=sql_mode=''",
                database.user(),
                database.password());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (isOurs) {
                statement.execute("SET SESSION sql_log_bin = 0");
                statement.execute("SET GLOBAL local_infile = 1");
            }
            statement.execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
        }
        return connection;
    }
}
