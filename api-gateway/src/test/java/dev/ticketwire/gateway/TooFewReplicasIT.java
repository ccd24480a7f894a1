package dev.ticketwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker is there, but has not as many replicas in sync as an acknowledgement needs. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
class TooFewReplicasIT extends WithCommandService {

    @AfterEach
    void enoughReplicas() throws ExecutionException, InterruptedException {
        needInSync("1");
    }

    @Test
    void aWriteIsRefusedAndItsRepeatAppliedOnce() throws ExecutionException, InterruptedException {
        needInSync("2");
        create().then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("detail", containsString("same Idempotency-Key"));

        needInSync("1");
        create().then().statusCode(201);
        assertThat(all(record -> CommandService.subject(record).equals("replicated too little")))
                .hasSize(1);
    }

    private static Response create() {
        return keyed(FULL)
                .header("Idempotency-Key", "too few replicas")
                .body(Map.of("subject", "replicated too little", "name", "n", "email", "e@example.org", "message", "m"))
                .post("/tickets");
    }

    private static void needInSync(String replicas) throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.COMMANDS);
        AlterConfigOp set =
                new AlterConfigOp(new ConfigEntry("min.insync.replicas", replicas), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
        }
    }
}
