package dev.ticketwire.event.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of the recorded actions' events, {@code panel-events.csv}. */
final class PanelTable {
    private static final int CELLS = 5;

    private PanelTable() {}

    /** @param change in words; may be empty */
    record Line(String number, String type, String actor, String change) {
        String withoutChange() {
            return number + " " + type + " " + actor;
        }

        @Override
        public String toString() {
            return (withoutChange() + " " + change).strip();
        }
    }

    /** The events by action, in the order of each ticket. */
    static Map<String, List<Line>> read() throws IOException {
        Map<String, List<Line>> table = new LinkedHashMap<>();
        try (InputStream csv = Objects.requireNonNull(PanelTable.class.getResourceAsStream("/panel-events.csv"))) {
            new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",", CELLS);
                        List<Line> events = table.computeIfAbsent(cells[0], action -> new ArrayList<>());
                        if (!cells[1].isEmpty()) {
                            events.add(new Line(cells[1], cells[2], cells[3], unquoted(cells[4])));
                        }
                    });
        }
        return table;
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
