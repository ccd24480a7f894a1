package dev.ticketwire.gateway.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.rest.Form;
import dev.ticketwire.rest.Json;
import dev.ticketwire.rest.Xml;
import org.junit.jupiter.api.Test;

class JsonTreeWriterTest {
    private static final String ANSWER =
            "{\"success\":true,\"message\":\"a/ü\",\"child\":{\"ticket_id\":21,\"number\":\"8\",\"subject\":\"\"},"
                    + "\"parent\":null,\"list\":[1,2]}";

    @Test
    void jsonIsWrittenAsThePluginDoesWithMembersInTheirOrder() throws JsonProcessingException {
        assertThat(written(new Json())).isEqualTo(ANSWER.replace("/", "\\/"));
    }

    @Test
    void xmlHasTheSameMembersAsElements() throws JsonProcessingException {
        assertThat(written(new Xml()))
                .isEqualTo("<?xml version=\"1.0\"?>\n<response><success>1</success><message>a/&#xFC;</message>"
                        + "<child><ticket_id>21</ticket_id><number>8</number><subject/></child><parent/>"
                        + "<list><item>1</item><item>2</item></list></response>\n");
    }

    private static String written(Form form) throws JsonProcessingException {
        JsonNode answer = CommandCodec.json().readTree(ANSWER);
        return new String(JsonTreeWriter.write(answer, form).bytes(), UTF_8);
    }
}
