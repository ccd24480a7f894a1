package dev.ticketwire.quickstart.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchCommandTest {
    @Test
    void filtersAreTheParametersOfTheRequest() {
        EventFilters filters = new EventFilters();

        CommandRunner.commandLine(filters, Path.of("/"))
                .parseArgs("--type", "ticket.created.v1", "--department", "1", "--department", "Sales");

        assertThat(filters.values())
                .isEqualTo(Map.of("type", List.of("ticket.created.v1"), "department", List.of("1", "Sales")));
    }

    @Test
    void whatASnapshotSelectsIsInItsRequest() {
        SnapshotFilters filters = new SnapshotFilters();

        CommandRunner.commandLine(filters, Path.of("/"))
                .parseArgs("--number", "480113", "--number", "R-0001", "--created-since", "2026-01-01");

        assertThat(filters.values()).hasToString("{numbers=[\"480113\",\"R-0001\"], createdSince=\"2026-01-01\"}");
    }
}
