package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an ALTER TABLE makes of the columns a, b, c, of which b is wanted. */
class AlteredLayoutTest {
    private static final TableLayout BEFORE = new TableLayout(
            List.of(new Column("a", "i", ""), new Column("b", "varchar(9)", "utf8mb4"), new Column("c", "w", "")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ADD COLUMN d INT(11) UNSIGNED NOT NULL DEFAULT 0 | a:i b:v c:w d:i",
                "alter table `desk`.`t` add `d` varchar(20) default 'x, first' after `a` | a:i d:v b:v c:w",
                "ALTER TABLE t ADD d ENUM('x','y') FIRST, ADD INDEX i (a, d), DROP c | d:c a:i b:v",
                "ALTER TABLE t DROP COLUMN a, DROP PRIMARY KEY, ADD PRIMARY KEY (b) | b:v c:w",
                "ALTER TABLE t CHANGE COLUMN a e DECIMAL(10, 2) AFTER b | b:v e:n c:w",
                "ALTER TABLE t MODIFY c datetime NULL, ENGINE = InnoDB | a:i b:v c:w",
                "ALTER TABLE t RENAME COLUMN a TO z, COMMENT = 'after x' | z:i b:v c:w",
                "ALTER TABLE t ADD COLUMN IF NOT EXISTS a INT, ADD COLUMN IF NOT EXISTS d text | a:i b:v c:w d:x",
                "ALTER TABLE t ALTER a SET DEFAULT 5, DROP COLUMN IF EXISTS nothing | a:i b:v c:w",
            })
    void columnsComeAndGo(String sql, String after) {
        TableLayout layout = Objects.requireNonNull(AlteredLayout.of(BEFORE, sql, List.of("b")));

        assertThat(layout.columns().stream()
                        .map(column -> column.name() + ":" + column.family())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t MODIFY b VARCHAR(30)",
                "ALTER TABLE t ADD (d INT, e INT)",
                "ALTER TABLE t CONVERT TO CHARACTER SET latin1",
                "ALTER TABLE t DROP nothing",
                "ALTER TABLE t ADD d INT AFTER nothing",
                "ALTER TABLE t DO SOMETHING NEW",
            })
    void whatIsNotUnderstoodIsNotGuessed(String sql) {
        assertThat(AlteredLayout.of(BEFORE, sql, List.of("b"))).isNull();
    }
}
