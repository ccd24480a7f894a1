package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.contract.command.ReceiveMail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/tickets.email}: raw mails. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
class MailsIT extends WithCommandService {
    private static final String FROM = "From: Nina New <nina@example.org>\nTo: support@example.com\n";

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets.email", "/api/http.php/tickets.email", "/api/wildcard/tickets.email"})
    void aMailIsAnsweredAsACreateIs(String path) {
        mail(FULL, FROM + "Subject: by mail to " + path + "\n\nHello by mail\n")
                .post(path)
                .then()
                .statusCode(201)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("200001"));

        ConsumerRecord<String, byte[]> record = received("by mail to " + path);
        assertThat(record.key()).isNull();
        ReceiveMail command = (ReceiveMail) CommandService.command(record);
        assertThat(command.sender()).isEqualTo(new ReceiveMail.Address("Nina New", "nina@example.org"));
        assertThat(command.body()).isEqualTo("Hello by mail");
        assertThat(command.ip()).isEqualTo("127.0.0.1");
    }

    @Test
    void aMailOfAnySizeAndContentTypeIsTaken() {
        String text = "Wörter ".repeat(20_000);

        mail(FULL, FROM + "Subject: large\nContent-Type: text/plain; charset=utf-8\n\n" + text)
                .contentType("message/rfc822")
                .post("/api/tickets.email")
                .then()
                .statusCode(201);

        assertThat(((ReceiveMail) CommandService.command(received("large"))).body())
                .isEqualTo(text.strip());
    }

    @Test
    void aMailThatNobodySentIsRefused() {
        mail(FULL, "{\"name\": \"Nina New\", \"email\": \"nina@example.org\"}")
                .contentType(ContentType.JSON)
                .post("/api/tickets.email")
                .then()
                .statusCode(400)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("Unable to create new ticket :user\nIncomplete client information"));
    }

    @Test
    void aMailNeedsAKeyThatMayCreateTickets() {
        mail(READ_ONLY, FROM + "\nx")
                .post("/api/tickets.email")
                .then()
                .statusCode(401)
                .body("message", equalTo("API key not authorized"));
        mail("NOSUCHKEY", FROM + "\nx").post("/api/tickets.email").then().statusCode(401);
    }

    @Test
    void tooManyOrTooLargeFilesAreRefused() {
        String file = "--b\nContent-Type: text/csv; name=a.csv\n\n%s\n";
        String head = FROM + "Content-Type: multipart/mixed; boundary=b\n\n";

        mail(FULL, head + file.formatted("x").repeat(4) + "--b--\n")
                .post("/api/tickets.email")
                .then()
                .statusCode(413)
                .contentType("text/plain; charset=UTF-8")
                .body(equalTo("Too many attachments: at most 3 are allowed"));
        mail(FULL, head + file.formatted("x".repeat(10_241)) + "--b--\n")
                .post("/api/tickets.email")
                .then()
                .statusCode(413)
                .body(equalTo("An attachment is larger than 10240 bytes"));
    }

    @Test
    void aMailIsRepeatedUnderItsIdempotencyKey() {
        for (int i = 0; i < 2; i++) {
            mail(FULL, FROM + "Subject: twice\n\nx")
                    .header("Idempotency-Key", "mail-1")
                    .post("/api/tickets.email")
                    .then()
                    .statusCode(201);
        }
        mail(FULL, FROM + "Subject: another\n\nx")
                .header("Idempotency-Key", "mail-1")
                .post("/api/tickets.email")
                .then()
                .statusCode(422);

        assertThat(all(record -> CommandService.subject(record).equals("twice")))
                .extracting(ConsumerRecord::key)
                .hasSize(2)
                .doesNotContainNull();
    }

    @Test
    void aMailMayBeLeftToItself() {
        mail(FULL, FROM + "Subject: silent\n\nx")
                .header("Prefer", "respond-async")
                .post("/api/tickets.email")
                .then()
                .statusCode(202);
    }

    @Test
    void aMailThatJoinsATicketIsAnsweredAsOneThatOpensOne() {
        mail(FULL, FROM + "Subject: existing\n\nx")
                .post("/api/tickets.email")
                .then()
                .statusCode(201)
                .body(equalTo("200001"));
    }

    private static RequestSpecification mail(String key, String mail) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("message/rfc822", ContentType.BINARY)))
                .header("X-API-Key", key)
                .contentType("text/plain")
                .body(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> received(String subject) {
        return first(record -> CommandService.command(record) instanceof ReceiveMail mail
                && mail.subject().equals(subject));
    }
}
