package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a read service that hangs, stalls or breaks off does to its callers, and what it does not do to all others. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(UnsteadyService.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class UnsteadyServiceIT extends WithCommandService {
    private static final String CHILDREN = "/tickets/100007/children";

    @ConfigProperty(name = "ticketwire.subticket.url")
    URI service;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @BeforeEach
    void theServiceIsWell() {
        is("answer");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> keyed(FULL).get(CHILDREN).statusCode() == 200);
    }

    private void is(String mode) {
        given().put(service + "/mode/" + mode).then().statusCode(200);
    }

    private int seen() {
        return Integer.parseInt(given().get(service + "/seen").asString());
    }

    private static void childrenAreAway() {
        keyed(FULL)
                .get(CHILDREN)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("unavailable"))
                .body("detail", containsString("subticket service"));
    }

    @Test
    void aHungServiceHarmsNobodyElse() throws Exception {
        is("hang");

        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            List<Future<?>> hung = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(UnsteadyServiceIT::childrenAreAway))
                    .toList();
            for (int i = 0; i < 20; i++) {
                keyed(READ_ONLY).get("/tickets/100001").then().statusCode(200);
            }
            for (Future<?> one : hung) {
                one.get();
            }
        }
        keyed(READ_ONLY).get("/tickets/100001").then().statusCode(200);
    }

    @Test
    void aServiceThatFailedSeveralTimesIsLeftAloneUntilItAnswersAgain() {
        is("hang");
        int before = seen();
        for (int i = 0; i < 3; i++) {
            childrenAreAway();
        }
        childrenAreAway();

        assertThat(seen() - before).isEqualTo(3);
        given().get(metrics)
                .then()
                .body(containsString("ticketwire_service_circuit{service=\"subticket\"} 2.0"))
                .body(containsString("ticketwire_service_circuit{service=\"query\"} 0.0"))
                .body(matchesPattern(
                        "(?s).*ticketwire_service_refused_total\\{reason=\"open\",service=\"subticket\"} [1-9].*"));

        is("answer");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> keyed(FULL).get(CHILDREN).statusCode() == 200);
        given().get(metrics).then().body(containsString("ticketwire_service_circuit{service=\"subticket\"} 0.0"));
    }

    @Test
    void aServiceThatAnswersWithProblemsIsNotLeftAlone() {
        is("problem");
        int before = seen();
        for (int i = 0; i < 10; i++) {
            keyed(FULL).get(CHILDREN).then().statusCode(503).body("detail", equalTo("not now"));
        }

        assertThat(seen() - before).isEqualTo(10);
    }

    @Test
    void aServiceThatAProxyDoesNotReachIsUnavailable() {
        is("bad-gateway");

        keyed(FULL)
                .get(CHILDREN)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("unavailable"));
    }

    @Test
    void aConnectionThatWasClosedIsTriedOnceMoreButATimeoutIsNot() {
        int before = seen();
        is("close");
        keyed(FULL).get(CHILDREN).then().statusCode(200);
        assertThat(seen() - before).isEqualTo(2);

        is("hang");
        childrenAreAway();
        assertThat(seen() - before).isEqualTo(3);
    }

    @Test
    void anAnswerThatStopsComingIsGivenUp() {
        is("stall");
        childrenAreAway();

        is("stall-large");
        assertThatThrownBy(() -> keyed(FULL).get(CHILDREN).asByteArray()).isInstanceOf(IOException.class);
    }
}
