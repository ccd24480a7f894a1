package dev.ticketwire.quickstart.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpCompletenessTest {
    private static final String DUMP = """
            /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
            /*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
            CREATE TABLE `t` (`a` text COMMENT 'it''s; -- no end');
            INSERT INTO `t` VALUES (1,'a;b\\\\'),(2,'it\\'s'),
            (3,'SET SQL_NOTES=@OLD_SQL_NOTES /*');
            DELIMITER ;;
            /*!50003 CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN -- don't
            SET NEW.a = 'x;'; END */;;
            DELIMITER ;
            /*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
            /*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- nothing but a comment",
                "CREATE TABLE t (a int); -- don't\n",
                "CREATE TABLE t (a int);\n# it's over\n--\n",
                "INSERT INTO t VALUES (';');\n\n",
                "INSERT INTO t VALUES (5 - 3, 5-3, 5/3, '--', \"/*\", `#`);",
                "/* it's a comment */ SELECT 1; /* the end */",
                "/*!40101 SET NAMES utf8 */;\n-- Dump completed on 2026-01-01\n"
            })
    void aDumpThatEndsAfterAStatementIsWhole(String dump) {
        assertThat(missing(dump)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1),(2)",
                "INSERT INTO t VALUES (1),\n(2, 'and",
                "INSERT INTO t VALUES ('a;\\';",
                "SELECT 1; S",
                "SELECT 1; /* and",
                "SELECT 1;\nDELIMITER ;;\nCREATE TRIGGER x BEGIN SELECT 1; END;"
            })
    void aDumpThatEndsWithinAStatementIsCutOff(String dump) {
        assertThat(missing(dump)).startsWith("its last statement, from line ").endsWith(" has no end.");
    }

    @Test
    void aStatementThatFollowsWithoutItsEndIsFoundByItsFirstLine() {
        assertThat(missing("SELECT 1;\n\n-- three\nINSERT INTO t VALUES\n(1),\n(2)"))
                .isEqualTo("its last statement, from line 4 on, has no end.");
    }

    @Test
    void aDumpIsWholeOnlyAtItsEnd() {
        assertThat(missing(DUMP)).isNull();
        int first = DUMP.indexOf("/*!40111");
        int last = DUMP.lastIndexOf(';');
        assertThat(IntStream.range(first, last))
                .allSatisfy(length -> assertThat(missing(DUMP.substring(0, length)))
                        .as(DUMP.substring(0, length))
                        .isNotNull());
    }

    @Test
    void whatIsNotPutBackIsNamed() {
        assertThat(missing(DUMP.substring(0, DUMP.indexOf("/*!40101 SET CHARACTER_SET_CLIENT"))))
                .isEqualTo("settings that are changed at its beginning are not put back at its end"
                        + " (CHARACTER_SET_CLIENT, SQL_NOTES).");
    }

    private static @Nullable String missing(String dump) {
        DumpCompleteness end = new DumpCompleteness();
        for (byte b : dump.getBytes(StandardCharsets.UTF_8)) {
            end.read(b & 0xff);
        }
        return end.missing();
    }
}
