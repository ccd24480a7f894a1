package dev.ticketwire.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class DatabaseFilesIT {
    private static final String KEY = "AbCdEfGhIjKlMnOpQrStUvWxYz012345";

    private static Database root;

    private final DatabaseFiles files = new DatabaseFiles(dataSource());

    @BeforeAll
    static void store() throws SQLException {
        root = TestInfrastructure.helpDesk("mail_files").root();
        TestSql.execute(
                root,
                "DELETE FROM ost_file WHERE id >= 1000",
                file(1000, "D", KEY, "logo.png", 4),
                file(1001, "D", "big0000000000000000000000000000k", "big.bin", 600_000),
                file(1002, "D", "short000000000000000000000000000", "short.txt", 9),
                file(1003, "F", "elsewhere00000000000000000000000", "elsewhere.txt", 4),
                file(1004, "D", "empty000000000000000000000000000", "empty.txt", 0),
                "INSERT INTO ost_file_chunk VALUES (1000, 0, 'logo'), (1001, 0, REPEAT('a', 300000)),"
                        + " (1001, 1, REPEAT('b', 300000)), (1002, 0, 'short')");
    }

    @Test
    void filesAreFoundByTheirKeyWhateverItsCase() throws Exception {
        Map<String, StoredFile> found = files.byKey(List.of(KEY.toLowerCase(java.util.Locale.ROOT), "unknown"));

        assertThat(found).hasSize(1);
        StoredFile file = found.get(KEY.toLowerCase(java.util.Locale.ROOT));
        assertThat(file).isEqualTo(new StoredFile(1000, KEY, "logo.png", "image/png", 4, 1));
        assertThat(content(1000)).isEqualTo("logo");
    }

    @Test
    void bigFilesAreReadInParts() throws Exception {
        assertThat(content(1001)).isEqualTo("a".repeat(300_000) + "b".repeat(300_000));
        assertThat(content(1004)).isEmpty();
    }

    @Test
    void filesWhoseContentIsNotThereAreLeftOut() throws Exception {
        assertThat(files.byId(List.of(1000, 1002, 1003, 1004, 99_999))).containsOnlyKeys(1000, 1004);
    }

    @Test
    void aFileThatChangesWhileItIsReadFails() throws Exception {
        StoredFile file = new StoredFile(1001, "k", "big.bin", "image/png", 700_000, 2);

        assertThatThrownBy(() -> files.content(file).readAllBytes()).isInstanceOf(UnreadableFile.class);
        StoredFile gone = new StoredFile(1001, "k", "big.bin", "image/png", 900_000, 3);
        assertThatThrownBy(() -> files.content(gone).readAllBytes()).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void timesAreThoseOfTheDatabase() throws Exception {
        LocalDateTime now = LocalDateTime.parse(
                TestSql.texts(root, "SELECT NOW()").getFirst().replace(' ', 'T'));

        OffsetDateTime time = new DatabaseClock(dataSource()).offset(now);

        assertThat(time.toInstant())
                .isCloseTo(java.time.Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
    }

    private String content(int id) throws Exception {
        try (InputStream in =
                files.content(files.byId(List.of(id)).values().iterator().next())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String file(int id, String backend, String key, String name, int size) {
        return "INSERT INTO ost_file (id, ft, bk, type, size, `key`, signature, name, created) VALUES (%d, 'T', '%s',"
                        .formatted(id, backend)
                + " 'image/png', %d, '%s', 's', '%s', NOW())".formatted(size, key, name);
    }

    private static MariaDbDataSource dataSource() {
        try {
            MariaDbDataSource source = new MariaDbDataSource(root.url());
            source.setUser(root.user());
            source.setPassword(root.password());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
