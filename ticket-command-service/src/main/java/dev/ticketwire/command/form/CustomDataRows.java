package dev.ticketwire.command.form;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Column;
import dev.ticketwire.osticket.sql.Insert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes rows of a custom-data table, which has a column for each form field. */
public final class CustomDataRows {
    private final Insert<CustomDataRow> insert;
    private final List<CustomDataRow> rows = new ArrayList<>();

    /**
     * @param id of the ticket, user or organisation
     * @param answers by column
     */
    private record CustomDataRow(int id, Map<String, String> answers) {}

    private CustomDataRows(Insert<CustomDataRow> insert) {
        this.insert = insert;
    }

    /**
     * @param table e.g. <code>{ticket__cdata}</code>
     * @param key its primary key
     * @param existing its columns; only those among them that belong to a field of {@code form} are written
     */
    public static CustomDataRows of(String table, String key, List<String> existing, FormRules form) {
        List<Column<CustomDataRow>> columns = new ArrayList<>();
        columns.add(column(key, CustomDataRow::id));
        form.unanswered().stream()
                .map(answer -> FormRules.name(answer.field()))
                .filter(existing::contains)
                .distinct()
                .forEach(name -> columns.add(column(quoted(name), row -> row.answers.getOrDefault(name, ""))));
        return new CustomDataRows(Insert.into(table, columns).ignoringDuplicates());
    }

    /** A column's name in backticks. */
    public static String quoted(String column) {
        return '`' + column.replace("`", "``") + '`';
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
        return new CustomDataRows(insert);
    }

    public void add(int id, List<AnsweredField> answers) {
        Map<String, String> byColumn = new HashMap<>();
        answers.forEach(answer -> byColumn.put(FormRules.name(answer.field()), answer.column()));
        rows.add(new CustomDataRow(id, byColumn));
    }

    public void write(Connection connection) throws SQLException {
        insert.execute(connection, rows);
    }
}
