package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ExistingSuiteTest {

    @Test
    void anUrlIsThatOfTheGateway() {
        RunningSuite suite = new ExistingSuite(ExistingSuite.settings("https://tickets.example/"));

        assertThat(suite.gateway()).isEqualTo(URI.create("https://tickets.example"));
    }

    @Test
    void aFileGivesSettingsAsAShellReadsThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("env");
        Files.writeString(file, "GATEWAY_URL='http://127.0.0.1:8080'\nDB_ROOT_PASSWORD='it'\\''s'\nDB_PORT=3306\n");

        RunningSuite suite = new ExistingSuite(ExistingSuite.settings(file.toString()));

        assertThat(suite.gateway()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(suite.setting("DB_ROOT_PASSWORD")).isEqualTo("it's");
        assertThat(suite.setting("DB_PORT")).isEqualTo("3306");
    }

    @Test
    void aTestThatAsksForMoreThanIsKnownIsSkippedAndSaysWhy() {
        RunningSuite suite = new ExistingSuite(ExistingSuite.settings("http://127.0.0.1:8080"));

        assertThatThrownBy(suite::kafka)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("KAFKA_BOOTSTRAP");
        assertThatThrownBy(suite::processes).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> suite.run("watch"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("watch");
    }
}
