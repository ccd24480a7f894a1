package dev.ticketwire.seed;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Fills a help desk with synthetic tickets. */
public final class HelpDeskSeeder {
    private final Database database;
    private final boolean isOurs;
    private final Consumer<String> say;

    /**
     * @param database a help desk, as a user with full rights
     * @param isOurs whether the server is the embedded one and the user its administrator: then nothing is written to
     *     the binary log, and server settings are changed during the run
     * @param say receives a line every few seconds
     */
    public HelpDeskSeeder(Database database, boolean isOurs, Consumer<String> say) {
        this.database = database;
        this.isOurs = isOurs;
        this.say = say;
    }

    /**
     * Adds complete tickets until there are {@code total}. Continues after an interrupted call, which also leaves only
     * complete tickets.
     *
     * @return the number of added tickets
     * @throws IllegalStateException if the database refuses, or lacks rows that every ticket needs
     */
    public int fill(int total) {
        try (Connection connection = database.connect()) {
            String prefix = Migration.tablePrefix(database);
            ExistingTickets existing = ExistingTickets.read(connection, prefix);
            SeedPlan plan = SeedPlan.upTo(existing, total);
            if (plan.size() > 0) {
                fill(connection, new HelpDeskReader(connection, prefix).read(), existing, plan);
                analyse(connection, prefix);
            }
            return plan.size();
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + database + " refused: " + e.getMessage(), e);
        }
    }

    private void fill(Connection connection, HelpDesk desk, ExistingTickets existing, SeedPlan plan)
            throws SQLException {
        List<BatchPlan> batches = plan.batches(connection, desk.prefix());
        SeedProgress progress = new SeedProgress(existing.total(), plan.size(), say);
        ParallelWriters writers = new ParallelWriters(
                database, isOurs, new BatchGenerator(desk, existing, plan, new TextGenerator()), progress);
        try {
            writers.write(batches);
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Updates the statistics: otherwise many query plans would be those for the formerly small table. */
    private void analyse(Connection connection, String prefix) throws SQLException {
        say.accept("  counting what is in the indexes …");
        try (Statement statement = connection.createStatement()) {
            for (SeededTable table : SeededTable.values()) {
                statement.execute("ANALYZE TABLE " + table.name(prefix));
            }
        }
    }
}
