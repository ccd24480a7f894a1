package dev.ticketwire.event.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.event.capture.LogReplay.Commit;
import dev.ticketwire.event.capture.MemoryHelpDesk.RowInCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** The recorded actions of the real help desk, beside the clone; absent elsewhere. */
@NullUnmarked // rows: any column may be null
final class PanelActions {
    private static final Path RECORDINGS =
            Path.of("../../shared/data").toAbsolutePath().normalize();
    private static final Path CHANGES = RECORDINGS.resolve("panel/changes.jsonl");
    private static final Path DUMP = RECORDINGS.resolve("osticket-1.18-demo.sql.gz");
    private static final Instant START = Instant.parse("2026-11-24T17:40:00.600Z");

    private final Map<String, JsonNode> actions = new LinkedHashMap<>();
    private final MemoryHelpDesk helpDesk;

    private PanelActions() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(CHANGES)) {
            JsonNode action = json.readTree(line);
            actions.put(action.path("id").asText(), action);
        }
        helpDesk = new MemoryHelpDesk(Dump.read(DUMP));
    }

    static boolean areThere() {
        return Files.exists(CHANGES) && Files.exists(DUMP);
    }

    static PanelActions read() throws IOException {
        return new PanelActions();
    }

    List<String> ids() {
        return List.copyOf(actions.keySet());
    }

    String title(String id) {
        return actions.get(id).path("title").asText();
    }

    /** The help desk before the action. */
    MemoryHelpDesk helpDeskBefore(String id) {
        JsonNode action = actions.get(id);
        MemoryHelpDesk before = helpDesk.copy();
        if (action.path("after").isTextual()) {
            before = helpDeskBefore(action.path("after").asText());
            for (Commit commit : commits(action.path("after").asText(), 1)) {
                before.commit(commit.rows());
            }
        }
        for (JsonNode commit : action.path("setup")) {
            before.commit(rows(commit));
        }
        return before.restarted();
    }

    /** @param pace of the recording: 1, or 0 for no time between commits */
    List<Commit> commits(String id, double pace) {
        List<Commit> commits = new ArrayList<>();
        Instant at = START;
        for (JsonNode commit : actions.get(id).path("commits")) {
            at = at.plusNanos((long) (commit.path("gap_ms").asDouble(0) * 1_000_000 * pace));
            commits.add(new Commit(at, rows(commit)));
        }
        return commits;
    }

    private static List<RowInCommit> rows(JsonNode commit) {
        List<RowInCommit> rows = new ArrayList<>();
        for (JsonNode row : commit.path("rows")) {
            rows.add(
                    new RowInCommit(row.path("table").asText(), values(row.path("before")), values(row.path("after"))));
        }
        return rows;
    }

    private static Map<String, Object> values(JsonNode row) {
        if (row.isMissingNode() || row.isNull()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        row.properties().forEach(column -> values.put(column.getKey(), value(column.getValue())));
        return values;
    }

    private static Object value(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isIntegralNumber() ? (Object) value.asLong() : value.asText();
    }
}
