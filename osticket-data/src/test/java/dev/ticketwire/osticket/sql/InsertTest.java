package dev.ticketwire.osticket.sql;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsertTest {
    private static final Insert<Row> ROWS = Insert.into(
            "{thread}", column("object_id", Row::ticket), fixed("object_type", "'T'"), column("created", Row::created));

    private final List<String> sent = new ArrayList<>();
    private final List<@Nullable Object> bound = new ArrayList<>();

    private record Row(int ticket, @Nullable Object created) {}

    @Test
    void rowsBecomeOneStatementWithTheTablesRealName() throws SQLException {
        ROWS.execute(connection(), List.of(new Row(1, "2026-01-01"), new Row(2, null)));

        assertThat(sent)
                .containsExactly("INSERT INTO ost_thread (object_id, object_type, created) VALUES (?,'T',?),(?,'T',?)");
        assertThat(bound).containsExactly(1, "2026-01-01", 2, null);
    }

    @Test
    void duplicatesAreIgnoredReplacedOrUpdated() throws SQLException {
        ROWS.ignoringDuplicates().execute(connection(), List.of(new Row(1, true)));
        ROWS.replacingDuplicates().execute(connection(), List.of(new Row(1, 1L)));
        ROWS.updatingDuplicates("created = VALUES(created)").execute(connection(), List.of(new Row(1, "x")));

        assertThat(sent)
                .containsExactly(
                        "INSERT IGNORE INTO ost_thread (object_id, object_type, created) VALUES (?,'T',?)",
                        "REPLACE INTO ost_thread (object_id, object_type, created) VALUES (?,'T',?)",
                        "INSERT INTO ost_thread (object_id, object_type, created) VALUES (?,'T',?)"
                                + " ON DUPLICATE KEY UPDATE created = VALUES(created)");
        assertThat(bound).containsExactly(1, 1, 1, 1L, 1, "x");
    }

    @Test
    void withoutRowsNothingIsSent() throws SQLException {
        ROWS.execute(connection(), List.of());

        assertThat(ROWS.returning(connection(), "id", List.of())).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void aStatementHoldsAtMostTwoThousandRowsAndFourMebibytes() {
        List<@Nullable Object> small = List.of(1);
        List<@Nullable Object> large = List.of(new byte[3 << 20]);

        assertThat(MultiRowStatement.chunks(Collections.nCopies(4001, small)))
                .extracting(List::size)
                .containsExactly(2000, 2000, 1);
        assertThat(MultiRowStatement.chunks(List.of(large, small, large)))
                .extracting(List::size)
                .containsExactly(2, 1);
    }

    @Test
    void aValueThatNoColumnTakesIsAnError() {
        assertThatThrownBy(() -> ROWS.execute(connection(), List.of(new Row(1, new StringBuilder()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    sent.add((String) arguments[0]);
                    return statement();
                });
    }

    private PreparedStatement statement() {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("set")) {
                        bound.add(method.getName().equals("setNull") ? null : arguments[1]);
                    }
                    return method.getReturnType() == int.class ? 0 : null;
                });
    }
}
