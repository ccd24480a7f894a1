package dev.ticketwire.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void itsJsonIsItsFourMembers() throws JsonProcessingException {
        Refusal refusal = Refusal.of(ProblemCode.TEAM_NOT_FOUND, "Team not found", "teamId");

        assertThat(JSON.writeValueAsString(refusal))
                .isEqualTo("{\"code\":\"team-not-found\",\"status\":404,"
                        + "\"text\":\"Team not found\",\"field\":\"teamId\"}");
    }

    @Test
    void aCodeOfAnOlderReleaseIsReadAsItIs() throws JsonProcessingException {
        String stored = "{\"code\":\"empty-note\",\"status\":400,\"text\":\"Note content is required\",\"field\":null}";

        assertThat(JSON.readValue(stored, Refusal.class))
                .isEqualTo(new Refusal("empty-note", 400, "Note content is required", null));
    }

    @Test
    void anotherStatusOrMemberLeavesTheRestAsItIs() {
        Refusal refusal = Refusal.of(ProblemCode.TEAM_NOT_FOUND, "Team not found", "teamId");

        assertThat(refusal.as(400)).isEqualTo(new Refusal("team-not-found", 400, "Team not found", "teamId"));
        assertThat(refusal.about("team")).isEqualTo(new Refusal("team-not-found", 404, "Team not found", "team"));
    }
}
