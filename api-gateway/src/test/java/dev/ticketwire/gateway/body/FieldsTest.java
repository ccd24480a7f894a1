package dev.ticketwire.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.gateway.call.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | Invalid JSON: Syntax error",
                "'' | Invalid JSON: Syntax error",
                "{} | No data provided in JSON body",
                "[] | No data provided in JSON body",
                "null | No data provided in JSON body",
                "0 | No data provided in JSON body",
                "false | No data provided in JSON body",
                "5 | Invalid value for body",
                "true | Invalid value for body"
            })
    void aRequiredBodyHasSomethingInIt(String body, String text) {
        assertThat(required("application/json", body, false)).isEqualTo(text);
    }

    @Test
    void aRequiredBodyIsJsonAndWhereItMayBeAForm() {
        assertThat(required("text/plain", "{\"a\":1}", false)).isEqualTo("No data provided");
        assertThat(required("Application/JSON", "{\"a\":1}", true)).isEqualTo("No data provided");
        assertThat(required("application/merge-patch+json", "{\"a\":1}", false)).isEqualTo("No data provided");
        assertThat(required("application/x-www-form-urlencoded", "childId=1", false))
                .isEqualTo("No data provided");
        assertThat(required("application/x-www-form-urlencoded", "childId=1", true))
                .isEqualTo("{childId=1}");
    }

    @Test
    void aListIsABodyWithoutNames() {
        assertThat(required("application/json; charset=utf-8", "[{\"statusId\":3}]", false))
                .isEqualTo("{}");
    }

    private static String required(String contentType, String body, boolean orForm) {
        try {
            return Fields.required(contentType, body.getBytes(StandardCharsets.UTF_8), orForm)
                    .toString();
        } catch (Refused refused) {
            return refused.text();
        }
    }

    private static final String JSON = "application/json";

    @Test
    void membersOfAnObjectAreTheFields() {
        assertThat(decode("application/json; charset=utf-8", "{\"name\":\"Nina\",\"topicId\":12,\"x\":null}"))
                .containsEntry("name", "Nina")
                .containsEntry("topicId", 12)
                .containsEntry("x", null);
    }

    @Test
    void ofTwoMembersOfOneNameTheLastCounts() {
        assertThat(decode(JSON, "{\"subject\":\"first\",\"subject\":\"second\"}"))
                .containsOnly(Map.entry("subject", "second"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "null",
                "[{\"name\":\"x\"}]",
                "{\"name\":\"x\"} trailing",
                "\uFEFF{\"name\":\"x\"}"
            })
    void whatIsNoObjectHasNoFields(String body) {
        assertThat(decode(JSON, body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "\"text\""})
    void aScalarIsRefused(String body) {
        assertThatThrownBy(() -> decode(JSON, body)).isInstanceOf(Refused.class).hasMessage("Invalid value for body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void otherEncodingsThanUtf8AreNotGuessed(String charset) {
        byte[] bytes = "{\"name\":\"x\"}".getBytes(Charset.forName(charset));

        assertThat(Fields.decode(JSON, bytes)).isEmpty();
    }

    @Test
    void invalidUtf8IsNoJson() {
        byte[] bytes = "{\"name\":\"Jürgen\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Fields.decode(JSON, bytes)).isEmpty();
        assertThat(JsonBody.parse(bytes).problem())
                .isEqualTo("Malformed UTF-8 characters, possibly incorrectly encoded");
    }

    @Test
    void theReasonsArePhps() {
        assertThat(problem("")).isEqualTo("Syntax error");
        assertThat(problem("{\"a\":")).isEqualTo("Syntax error");
        assertThat(problem("{\"a\":\"\u0001\"}")).isEqualTo("Control character error, possibly incorrectly encoded");
        assertThat(problem("[".repeat(513) + "]".repeat(513))).isEqualTo("Maximum stack depth exceeded");
        assertThat(JsonBody.parse(utf8("[".repeat(512) + "]".repeat(512))).problem())
                .isNull();
    }

    @Test
    void moreValuesThanMemoryHasRoomForAreNotRead() {
        assertThat(problem("[" + "0,".repeat(JsonBody.MOST_VALUES) + "0]")).isEqualTo("Too many values");
        assertThat(problem("[" + "0,".repeat(JsonBody.MOST_VALUES / 2) + "0]")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "APPLICATION/JSON", "application/octet-stream"})
    void aContentTypeThatIsNotUnderstoodHasNoFields(String contentType) {
        assertThat(decode(contentType, "{\"name\":\"x\"}")).isEmpty();
        assertThat(Fields.decode(null, utf8("{\"name\":\"x\"}"))).isEmpty();
    }

    @Test
    void aFormIsReadAsPhpReadsIt() {
        Map<String, Object> fields = decode(
                "application/x-www-form-urlencoded",
                "name=Nina+New&email=nina%40example.org&a.b=1&list[]=x&list[]=y&map[k]=v&deep[a][]=1&empty=&=none");

        assertThat(fields)
                .containsEntry("name", "Nina New")
                .containsEntry("email", "nina@example.org")
                .containsEntry("a_b", "1")
                .containsEntry("list", List.of("x", "y"))
                .containsEntry("map", Map.of("k", "v"))
                .containsEntry("deep", Map.of("a", List.of("1")))
                .containsEntry("empty", "")
                .hasSize(7);
    }

    @Test
    void aMultipartFormHasItsFields() {
        String body = "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nJürgen\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nfile\r\n--B--\r\n";

        assertThat(decode("multipart/form-data; boundary=B", body)).containsOnly(Map.entry("name", "Jürgen"));
    }

    @Test
    void aMultipartFormThatCannotBeReadHasNoFields() {
        assertThat(decode("multipart/form-data", "--B\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml; charset=utf-8"})
    void attributesAndElementsOfXmlAreTheFields(String contentType) {
        String xml =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<anything alert=\"false\" source=\"API\"><name>Nina</name>"
                        + "<phone ext=\"1\">5551234</phone><message type=\"text/plain\"><![CDATA[a <b> c]]></message>"
                        + "<attachments><file name=\"a.txt\" type=\"text/plain\" encoding=\"base64\">QUJD</file></attachments>"
                        + "</anything>";

        assertThat(decode(contentType, xml))
                .containsEntry("alert", "false")
                .containsEntry("source", "API")
                .containsEntry("name", "Nina")
                .containsEntry("phone", "5551234")
                .containsEntry("message", "a <b> c")
                .containsEntry("format", "text")
                .containsEntry(
                        "attachments",
                        List.of(Map.of("name", "a.txt", "type", "text/plain", "encoding", "base64", "data", "QUJD")));
    }

    @Test
    void anEncodedXmlMessageIsDecoded() {
        assertThat(decode("text/xml", "<t><message encoding=\"base64\">SGFsbG8=</message></t>"))
                .containsEntry("message", "Hallo");
    }

    @ParameterizedTest
    @CsvSource({"<ticket><name>, 1", "not xml, 1", "<a>\\n</b>, 2"})
    void malformedXmlIsRefusedWithItsPlace(String body, int line) {
        Refused refused = Objects.requireNonNull(
                catchThrowableOfType(Refused.class, () -> decode("application/xml", body.replace("\\n", "\n"))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.isPlain()).isTrue();
        assertThat(refused.text()).matches("XML error: .+ at line \\d+:\\d+");
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnyEntityIsRead() {
        String xml = "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><t><name>&e;</name></t>";

        assertThatThrownBy(() -> decode("application/xml", xml))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("DOCTYPE");
    }

    private static Map<String, Object> decode(String contentType, String body) {
        return Fields.decode(contentType, utf8(body));
    }

    private static String problem(String body) {
        return String.valueOf(JsonBody.parse(utf8(body)).problem());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void halfACharacterIsRefusedAndAWholeOneIsNot() {
        for (String half : List.of("\\ud83d", "\\uDE80", "\\ud83dx", "\\ude80\\ud83d")) {
            byte[] body = ("{\"note\":[{\"a\":\"" + half + "\"}]}").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Fields.required("application/json", body, false))
                    .isInstanceOf(Refused.class)
                    .extracting(failure -> ((Refused) failure).text())
                    .isEqualTo("Invalid JSON: Single unpaired high surrogate in Unicode escape");
        }
        assertThat(Fields.required(
                        "application/json", "{\"note\":\"\\ud83d\\ude80\"}".getBytes(StandardCharsets.UTF_8), false))
                .containsEntry("note", "\ud83d\ude80");
    }
}
