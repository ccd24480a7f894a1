package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.CommandHeaders;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A broker without the topic by which gateways tell each other of unanswered creates: the gateway works alone. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@TestProfile(NoAnnouncementsIT.NoTopic.class)
class NoAnnouncementsIT extends WithCommandService {

    public static final class NoTopic implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.messaging.incoming.unanswered.topic", "nowhere",
                    "mp.messaging.outgoing.unanswered-told.topic", "nowhere");
        }
    }

    @Test
    void theRepeatOfAnUnansweredCreateIsTheSameCommandAllTheSame() {
        String subject = "withheld where nobody can be told";
        commands.withhold();
        create(subject).then().statusCode(202);
        create(subject).then().statusCode(202);
        commands.release();

        create(subject).then().statusCode(201);
        assertThat(all(record -> CommandService.subject(record).equals(subject)).stream()
                        .map(record -> CommandService.header(record, CommandHeaders.ID))
                        .distinct())
                .hasSize(1);
    }

    private static Response create(String subject) {
        return given().header("X-API-Key", FULL)
                .contentType("application/json")
                .body("{\"subject\":\"" + subject + "\",\"message\":\"m\"}")
                .post("/api/tickets.json");
    }
}
