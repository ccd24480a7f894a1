package dev.ticketwire.quickstart.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.osticket.check.DatabaseUnusable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpDeskDumpTest {
    @TempDir
    private Path folder;

    @Test
    void statementsThatChooseADatabaseAreLeftOut() throws IOException {
        String dump = """
                CREATE DATABASE /*!32312 IF NOT EXISTS*/ `desk`;
                USE `desk`;
                CREATE TABLE t (a text);
                INSERT INTO t VALUES ('USE `x`; and\\nUSE `y`');
                """;

        assertThat(copied(dump.getBytes(StandardCharsets.UTF_8))).isEqualTo("""
                CREATE TABLE t (a text);
                INSERT INTO t VALUES ('USE `x`; and\\nUSE `y`');
                """);
    }

    @Test
    void aLastLineWithoutAnEndIsKept() throws IOException {
        assertThat(copied("SELECT 1".getBytes(StandardCharsets.UTF_8))).isEqualTo("SELECT 1");
    }

    @Test
    void aCompressedDumpIsReadLikeAPlainOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("SELECT 'ä';\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(copied(bytes.toByteArray())).isEqualTo("SELECT 'ä';\n");
    }

    @Test
    void whatTheClientComplainsAboutIsTheError() throws IOException {
        Path file = Files.writeString(folder.resolve("dump.sql"), "SELEC 1;\n");

        assertThatThrownBy(() -> HelpDeskDump.inFile(file)
                        .load(new ProcessBuilder(
                                "sh",
                                "-c",
                                "cat >/dev/null; echo 'INSERT a customer'; echo 'ERROR 1064 at line 1'; exit 1")))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage(
                        "The dump dump.sql could not be loaded, and nothing of it was kept. The database says: ERROR 1064 at line 1");
    }

    @Test
    void aDumpThatIsCutShortIsAnError() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("SELECT 1;\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("dump.sql.gz");
        Files.write(file, java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - 10));

        assertThatThrownBy(() -> HelpDeskDump.inFile(file).load(new ProcessBuilder("cat")))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage(
                        "The dump dump.sql.gz is cut off: its compressed data end in the middle. Nothing of it was kept."
                                + " Make it anew, and see that there is room for it.");
    }

    private static String copied(byte[] dump) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        HelpDeskDump.forEachLine(HelpDeskDump.plain(new ByteArrayInputStream(dump)), to, new DumpCompleteness());
        return to.toString(StandardCharsets.UTF_8);
    }
}
