package dev.ticketwire.osticket.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhpJsonTest {

    @Test
    void jsonIsCompactAndAscii() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", List.of(3, "Won't \"Fix\" / Ü 😀"));
        data.put("add", Map.of());
        data.put("list", List.of());
        data.put("due", Arrays.asList(null, true, 1.5));

        assertThat(PhpJson.write(data))
                .isEqualTo("{\"status\":[3,\"Won't \\\"Fix\\\" \\/ \\u00dc \\ud83d\\ude00\"],\"add\":{},\"list\":[],"
                        + "\"due\":[null,true,1.5]}");
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(PhpJson.write("\n\r\t\b\f\u0001\\\u007f")).isEqualTo("\"\\n\\r\\t\\b\\f\\u0001\\\\\u007f\"");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> PhpJson.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
