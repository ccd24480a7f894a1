package dev.ticketwire.setup.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void statementsEndAtTheEndOfALineAndCommentsAreLeftOut() {
        assertThat(statements("-- a; comment;\n\nSELECT 1;\n  -- another\nSELECT\n 'a;b -- no comment'\n;\n"))
                .containsExactly("SELECT 1", "SELECT\n 'a;b -- no comment'\n");
    }

    @Test
    void aStatementWithoutEndIsRefused() {
        assertThatThrownBy(() -> statements("SELECT 1;\nSELECT 2\n")).hasMessage("The last statement has no end.");
    }

    @Test
    void theDemoEndsWithACompleteStatement() {
        assertThat(SqlScript.statements(DemoHelpDesk.sql()))
                .hasSizeGreaterThan(100)
                .allMatch(sql -> sql.matches("(?s)(SET|CREATE TABLE|INSERT INTO|START TRANSACTION|COMMIT)\\b.*"));
    }

    @Test
    void aPasswordCannotEndItsLiteral() {
        Map<ServiceAccount, String> passwords = Arrays.stream(ServiceAccount.values())
                .collect(Collectors.toMap(
                        account -> account,
                        account -> account == ServiceAccount.QUERY ? "a'b\\${stats_password}" : "x"));

        List<String> statements = DatabaseUsers.statements("os_", passwords);

        assertThat(statements)
                .contains("ALTER USER tw_query@'%' IDENTIFIED BY 'a''b\\\\${stats_password}'")
                .contains("ALTER USER tw_stats@'%' IDENTIFIED BY 'x'")
                .anyMatch(sql -> sql.startsWith("GRANT SELECT ON os_ticket TO "))
                .noneMatch(sql -> sql.contains("${prefix}"));
    }

    private static List<String> statements(String sql) {
        return SqlScript.statements(new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8)));
    }
}
