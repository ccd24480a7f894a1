package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** More requests than there are places: who waits is sent away first, and nothing that was accepted is lost. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(UnsteadyService.class)
@TestProfile(OverloadIT.FewPlaces.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class OverloadIT extends WithCommandService {
    private static final String SILENT = "silent";

    @ConfigProperty(name = "ticketwire.subticket.url")
    URI subticket;

    public static final class FewPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.write.most-waiting", "2", "ticketwire.read.in-flight", "3");
        }
    }

    @Test
    void whoHasWaitedLongestLeavesWithAReceipt() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Response>> waiting = IntStream.range(0, 3)
                    .mapToObj(i -> {
                        Future<Response> sent = threads.submit(() -> silent(20));
                        received(i + 1);
                        return sent;
                    })
                    .toList();

            Response sentAway = waiting.get(0).get();
            assertThat(waiting.get(1).isDone()).isFalse();
            assertThat(waiting.get(2).isDone()).isFalse();
            sentAway.then()
                    .statusCode(202)
                    .body("status", equalTo("accepted"))
                    .header("Location", startsWith("/commands/"));
            keyed(FULL).get(sentAway.header("Location")).then().statusCode(200);

            keyed(FULL).body(Map.of("subject", "s")).post("/tickets").then().statusCode(201);
            for (Future<Response> one : waiting) {
                one.get().then().statusCode(202);
            }
        }
    }

    private static Response silent(int seconds) {
        return keyed(FULL)
                .header("Prefer", "wait=" + seconds)
                .body(Map.of("subject", SILENT))
                .post("/tickets");
    }

    private static void received(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> all(record -> CommandService.subject(record).equals(SILENT))
                                .size()
                        >= count);
    }

    @Test
    void tooManyReadsAtOnceAreRefusedAtOnce() throws Exception {
        given().put(subticket + "/mode/hang").then().statusCode(200);
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<Response>> reads = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> keyed(FULL).get("/tickets/100007/children")))
                    .toList();
            int refused = 0;
            for (Future<Response> read : reads) {
                Response answer = read.get();
                answer.then().statusCode(503).header("Retry-After", "2");
                refused += answer.path("detail").equals("Too many reads at once, try again later") ? 1 : 0;
            }
            assertThat(refused).isPositive();
        }
        keyed(READ_ONLY).get("/tickets/100001").then().statusCode(200);
    }
}
