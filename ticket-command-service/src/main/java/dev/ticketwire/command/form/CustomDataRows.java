package dev.ticketwire.command.form;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.sql.RowInsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a custom-data table: the answers again, a column each. */
public final class CustomDataRows {
    private final RowInsert rows;
    private final List<String> columns;

    private CustomDataRows(RowInsert rows, List<String> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * @param table e.g. <code>{ticket__cdata}</code>
     * @param key its primary key
     * @param existing the columns it has; only these are written, of them those that a field of {@code form} fills
     */
    public static CustomDataRows of(String table, String key, List<String> existing, FormRules form) {
        List<String> columns = new ArrayList<>();
        form.unanswered().forEach(answer -> {
            String name = FormRules.name(answer.field());
            if (existing.contains(name) && !columns.contains(name)) {
                columns.add(name);
            }
        });
        StringBuilder statement = new StringBuilder("INSERT IGNORE INTO " + table + " (" + key);
        columns.forEach(column ->
                statement.append(", `").append(column.replace("`", "``")).append('`'));
        String tuple = "(" + Placeholders.list(columns.size() + 1, "?") + ")";
        return new CustomDataRows(new RowInsert(statement.append(')').toString(), tuple), columns);
    }

    /** The columns of a table that the reference snapshot does not know. */
    public static List<String> columns(Connection connection, String table) throws SQLException {
        String sql = TablePrefix.named("SELECT * FROM " + table + " LIMIT 0");
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            return names;
        }
    }

    /** The same table, without rows. */
    public CustomDataRows fresh() {
        return new CustomDataRows(rows.fresh(), columns);
    }

    public void add(int id, List<AnsweredField> answers) {
        Map<String, String> byName = new HashMap<>();
        answers.forEach(answer -> byName.put(FormRules.name(answer.field()), answer.column()));
        @Nullable Object[] values = new @Nullable Object[columns.size() + 1];
        values[0] = id;
        for (int i = 0; i < columns.size(); i++) {
            values[i + 1] = byName.getOrDefault(columns.get(i), "");
        }
        rows.add(values);
    }

    public void write(Connection connection) throws SQLException {
        rows.execute(connection);
    }
}
