package dev.ticketwire.setup.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Announces each script and the number of rows, because an index on many rows takes time. */
final class MigrationAnnouncements extends BaseCallback {
    private static final String ROWS =
            "SELECT table_rows FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?";

    private final String prefix;
    private final Consumer<String> say;
    private String step = "the beginning";

    MigrationAnnouncements(String prefix, Consumer<String> say) {
        this.prefix = prefix;
        this.say = say;
    }

    String prefix() {
        return prefix;
    }

    /** The latest announcement. */
    String step() {
        return step;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        MigrationInfo script = context.getMigrationInfo();
        if (script != null) {
            step = script.getDescription();
            say.accept("  database     adding %s to a help desk of about %,d tickets; it can be used meanwhile …"
                    .formatted(script.getDescription(), about(context.getConnection())));
        }
    }

    /** InnoDB's estimate: counting takes longer than building an index. */
    private long about(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, prefix + "ticket");
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused: " + e.getMessage(), e);
        }
    }
}
