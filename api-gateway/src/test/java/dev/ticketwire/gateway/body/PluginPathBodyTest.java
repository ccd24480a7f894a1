package dev.ticketwire.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ticketwire.contract.problem.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginPathBodyTest {
    private static final String FORM = "application/x-www-form-urlencoded";

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
        assertThat(required("text/plain", "a=1", false)).isEqualTo("No data provided");
        assertThat(required(null, "", true)).isEqualTo("No data provided");
        assertThat(required("application/merge-patch+json", "{\"a\":1}", false)).isEqualTo("No data provided");
        assertThat(required("application/json-patch+json", "[{\"op\":\"add\"}]", false))
                .isEqualTo("No data provided");
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

    private static String required(@Nullable String contentType, String body, boolean orForm) {
        try {
            return PluginPathBody.required(contentType, body.getBytes(StandardCharsets.UTF_8), orForm)
                    .toString();
        } catch (Refused refused) {
            return refused.refusal().text();
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
    @ValueSource(strings = {"", " \r\n\t", "{}", "[]", "null", "[{\"name\":\"x\"}]"})
    void whatHasNothingInItHasNoFields(String body) {
        assertThat(decode(JSON, body)).isEmpty();
        assertThat(PluginPathBody.decode(null, new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | Syntax error at line 1, column 2 (offset 1), the end of the body",
                "{\"name\":\"x\"} trailing | Syntax error at line 1, column 14 (offset 13), a letter",
                "{\"a\":1,} | Syntax error at line 1, column 8 (offset 7), a bracket",
                "{'a':1} | Syntax error at line 1, column 2 (offset 1), a quotation mark",
                "{\"ä\":1 2} | Syntax error at line 1, column 8 (offset 8), a digit",
                "{\"a\":1,\\n\"b\" 2} | Syntax error at line 2, column 5 (offset 12), a digit",
                "{\"a\":\"x\\ny\"} | Control character error, possibly incorrectly encoded at line 1, column 8 (offset 7), a line break",
                "{\"a\":nul} | Syntax error at line 1, column 6 (offset 5), a letter",
                "{\"x\":NaN} | Syntax error at line 1, column 6 (offset 5), a letter",
                "{\"a\":Infinity} | Syntax error at line 1, column 6 (offset 5), a letter",
                "{\"a\":truely} | Syntax error at line 1, column 6 (offset 5), a letter",
                "{\"a\":+1} | Syntax error at line 1, column 6 (offset 5), a punctuation mark",
                "{\"a\":01} | Syntax error at line 1, column 7 (offset 6), a digit",
                "{\"a\":-} | Syntax error at line 1, column 7 (offset 6), a bracket",
                "{\"a\":1.} | Syntax error at line 1, column 8 (offset 7), a bracket",
                "{\"a\":1e+} | Syntax error at line 1, column 9 (offset 8), a bracket",
                "{\"a\":[0.5e1,-0,]} | Syntax error at line 1, column 16 (offset 15), a bracket",
                "{\"a\":{\"b\"}} | Syntax error at line 1, column 10 (offset 9), a bracket",
                "{\"a\":\"\\x\"} | Syntax error at line 1, column 8 (offset 7), a letter",
                "{\"a\":\"\\u12g4\"} | Syntax error at line 1, column 11 (offset 10), a letter",
                "{\"a\":\"x | Syntax error at line 1, column 8 (offset 7), the end of the body",
                "[1}  | Syntax error at line 1, column 3 (offset 2), a bracket",
                "\\f{} | Control character error, possibly incorrectly encoded at line 1, column 1 (offset 0), a control character",
                "{\"a\":\\1} | Control character error, possibly incorrectly encoded at line 1, column 6 (offset 5), a control character",
                "{\"a\":\"\\1\"} | Control character error, possibly incorrectly encoded at line 1, column 7 (offset 6), a control character",
                "name=x | Syntax error at line 1, column 1 (offset 0), a letter"
            })
    void jsonThatIsNoneIsRefusedByWhatIsWrongAndWhere(String body, String reason) {
        Refused refused = refused(
                JSON, utf8(body.replace("\\n", "\n").replace("\\f", "\f").replace("\\1", "\u0001")));

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().text()).isEqualTo("Unable to read the request: " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "\"text\""})
    void aScalarIsRefused(String body) {
        assertThatThrownBy(() -> decode(JSON, body)).isInstanceOf(Refused.class).hasMessage("Invalid value for body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkSaysTheEncodingWhateverTheTypeSays(String charset) {
        byte[] json = "\uFEFF {\"name\":\"Jürgen €\"}".getBytes(Charset.forName(charset));
        byte[] xml = "\uFEFF<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><t><name>Jürgen €</name></t>"
                .getBytes(Charset.forName(charset));

        for (String type : new String[] {JSON, "text/plain; charset=iso-8859-1", null}) {
            assertThat(PluginPathBody.decode(type, json)).containsEntry("name", "Jürgen €");
            assertThat(PluginPathBody.decode(type, xml)).containsEntry("name", "Jürgen €");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8",
        "'\"UTF-8\"', UTF-8",
        "iso-8859-1, ISO-8859-1",
        "ISO-8859-1, windows-1252",
        "windows-1252, windows-1252",
        "utf-16, UTF-16BE",
        "utf-16, UTF-16LE",
        "utf-16le, UTF-16LE",
        "utf-32, UTF-32LE",
        "ibm850, IBM850"
    })
    void aDeclaredCharsetIsHonoured(String label, String charset) {
        byte[] json = "{\"name\":\"Jürgen\"}".getBytes(Charset.forName(charset));
        byte[] xml = "<t><name>Jürgen</name></t>".getBytes(Charset.forName(charset));
        byte[] form = "name=J%FCrgen+ü".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PluginPathBody.decode("application/json;charset=" + label, json))
                .containsEntry("name", "Jürgen");
        assertThat(PluginPathBody.decode("application/xml; Charset=" + label, xml))
                .containsEntry("name", "Jürgen");
        assertThat(PluginPathBody.required("application/json; charset=" + label, json, false))
                .containsEntry("name", "Jürgen");
        assertThat(PluginPathBody.decode("application/x-www-form-urlencoded; charset=iso-8859-1", form))
                .containsEntry("name", "Jürgen ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "", "%%", "utf8mb4"})
    void aCharsetThatNobodyKnowsSaysNothing(String label) {
        assertThat(decode("application/json; charset=" + label, "{\"name\":\"Jürgen\"}"))
                .containsEntry("name", "Jürgen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF-16LE", "utf-32"})
    void whatSaysUtf16AndIsPlainlyNotIsUtf8(String charset) {
        assertThat(decode("application/json; charset=" + charset, "{\"name\":\"Jürgen\"}"))
                .containsEntry("name", "Jürgen");
        // What .NET writes into a text, which is then sent as UTF-8.
        assertThat(decode(
                        "application/xml",
                        "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><t><name>Jürgen</name></t>"))
                .containsEntry("name", "Jürgen");
    }

    /** Labels that Java does not know, or takes for less than what is sent under them. */
    @ParameterizedTest
    @CsvSource({
        "latin1, 809384, €“„",
        "iso-8859-1, 80, €",
        "iso-8859-9, 80d0, €Ğ",
        "x-cp1251, cfe5, Пе",
        "win-1250, 9a, š",
        "shift_jis, 8740, ①",
        "gb2312, e946, 镕",
        "ks_c_5601-1987, 8141, 갂",
        "big5, 9def, 嘅"
    })
    void aLabelMeansWhatTheWebMeansByIt(String label, String hex, String text) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        byte[] json = around("{\"name\":\"", bytes, "\"}");
        byte[] xml = around("<?xml version=\"1.0\" encoding=\"" + label + "\"?><t><name>", bytes, "</name></t>");
        byte[] escapes = utf8("name=" + hex.replaceAll("..", "%$0"));
        byte[] form = around("name=", bytes, "");
        byte[] part = around(
                "--B\r\nContent-Disposition: form-data; name=name\r\nContent-Type: text/plain; charset=" + label
                        + "\r\n\r\n",
                bytes,
                "\r\n--B--\r\n");

        assertThat(PluginPathBody.decode(JSON + "; charset=" + label, json)).containsEntry("name", text);
        assertThat(PluginPathBody.decode("application/xml", xml)).containsEntry("name", text);
        assertThat(PluginPathBody.decode(FORM + "; charset=" + label, escapes)).containsEntry("name", text);
        assertThat(PluginPathBody.decode(FORM + "; charset=" + label, form)).containsEntry("name", text);
        assertThat(PluginPathBody.decode("multipart/form-data; boundary=B", part))
                .containsEntry("name", text);
    }

    private static byte[] around(String before, byte[] bytes, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(utf8(before));
        all.writeBytes(bytes);
        all.writeBytes(utf8(after));
        return all.toByteArray();
    }

    @Test
    void xmlThatIsNotInTheEncodingThatItDeclaresIsRefused() {
        String xml = "<?xml version=\"1.0\" encoding=\"euc-jp\"?><t><name>J\u00FCrgen</name></t>";

        assertThat(refused("application/xml", xml.getBytes(StandardCharsets.ISO_8859_1))
                        .refusal().text())
                .contains("XML error: not EUC-JP", "offset 49");
    }

    @Test
    void xmlSaysItsEncodingItself() {
        String xml = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><t><name>Jürgen</name></t>";

        assertThat(PluginPathBody.decode("application/xml", xml.getBytes(StandardCharsets.ISO_8859_1)))
                .containsEntry("name", "Jürgen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "UTF8", "\"Utf-8\"", "unicode-1-1-utf-8"})
    void theTypesCharsetGoesBeforeTheDeclarationAlsoWhereItIsUtf8(String label) {
        String xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<t><subject>Tür</subject></t>";

        assertThat(PluginPathBody.decode("text/xml; charset=" + label, utf8(xml)))
                .containsEntry("subject", "Tür");
        assertThat(refused("text/xml; charset=" + label, xml.getBytes(StandardCharsets.ISO_8859_1))
                        .refusal().text())
                .isEqualTo("XML error: not UTF-8 at line 2, column 14 (offset 57), a byte beyond ASCII");
        byte[] western = xml.replace("ISO-8859-1", "UTF-8").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PluginPathBody.decode("text/xml; charset=iso-8859-1", western))
                .containsEntry("subject", "Tür");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"name\":\"Jürgen\"} | Malformed UTF-8 characters, possibly incorrectly encoded at line 1, column 11 (offset 10), a byte beyond ASCII",
                "application/x-www-form-urlencoded | name=Jürgen | the form is not UTF-8 at line 1, column 7 (offset 6), a byte beyond ASCII",
                "application/x-www-form-urlencoded | a=1&name=J%FCrgen | the form is not UTF-8, in the text at offset 9",
                "application/json; charset=us-ascii | {\"name\":\"Jürgen\"} | the body is not US-ASCII, as it says: offset 10",
                "application/json; charset=euc-jp | {\"name\":\"Jürgen\"} | the body is not EUC-JP, as it says: offset 10"
            })
    void whatIsInAnotherEncodingThanItSaysIsRefusedByItsPlace(String type, String body, String reason) {
        Refused refused = refused(type, body.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().text()).isEqualTo("Unable to read the request: " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void otherEncodingsThanUtf8AreNotGuessed(String charset) {
        Refused refused = refused(JSON, "{\"name\":\"x\"}".getBytes(Charset.forName(charset)));

        assertThat(refused.refusal().text()).contains("a zero byte").doesNotContain("name");
    }

    @Test
    void bytesThatNoUtf8HasAreRefusedAlsoWhereAParserLetsThemPass() {
        byte[] surrogate = {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};

        assertThat(refused(JSON, surrogate).refusal().text()).contains("Malformed UTF-8").contains("offset 6");
        assertThat(refused(JSON, overlong).refusal().text()).contains("Malformed UTF-8").contains("offset 6");
    }

    @Test
    void theUpdateSaysThatInPhpsWordsAlone() {
        byte[] latin1 = "{\"note\":\"Jürgen\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> PluginPathBody.required(JSON, latin1, false))
                .hasMessage("Invalid JSON: Malformed UTF-8 characters, possibly incorrectly encoded");
    }

    @Test
    void theReasonsArePhps() {
        assertThat(problem("")).isEqualTo("Syntax error");
        assertThat(problem("{\"a\":")).isEqualTo("Syntax error");
        assertThat(problem("{\"a\":\"\u0001\"}")).isEqualTo("Control character error, possibly incorrectly encoded");
        assertThat(problem("[".repeat(513) + "]".repeat(513))).isEqualTo("Maximum stack depth exceeded");
        assertThat(problem("[".repeat(512) + "]".repeat(512))).isEqualTo("null");
    }

    @Test
    void moreValuesThanMemoryHasRoomForAreNotRead() {
        assertThat(problem("[" + "0,".repeat(JsonBody.MOST_VALUES) + "0]")).isEqualTo("Too many values");
        assertThat(problem("[" + "0,".repeat(JsonBody.MOST_VALUES / 2) + "0]")).isEqualTo("null");
    }

    /** Absent, in another case, none of what it is, unknown, malformed. */
    static List<@Nullable String> typesThatSayNothingUseful() {
        return Arrays.asList(
                null,
                "",
                "text/plain",
                "text/html; charset=utf-8",
                "APPLICATION/JSON",
                "Application/Json;Charset=UTF-8",
                "text/json",
                "application/vnd.api+json",
                "application/problem+json",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
                "multipart/form-data",
                "multipart/form-data; boundary=B",
                "application/xml",
                "application/json, application/json",
                "application/yaml",
                "json",
                ";;;",
                "*/*");
    }

    @ParameterizedTest
    @MethodSource("typesThatSayNothingUseful")
    void theFirstCharacterSaysWhatABodyIs(@Nullable String type) {
        for (String blanks : List.of("", " ", "\r\n\t ")) {
            byte[] json = utf8(blanks + "{\"name\":\"x\"}");
            byte[] xml = utf8(blanks + "<?xml version='1.0'?><t><name>x</name></t>");
            assertThat(PluginPathBody.decode(type, json)).containsEntry("name", "x");
            assertThat(PluginPathBody.decode(type, xml)).containsEntry("name", "x");
            assertThat(PluginPathBody.required(type, json, false)).containsEntry("name", "x");
            assertThat(PluginPathBody.required(type, xml, true)).containsEntry("name", "x");
            assertThat(ShortPathBody.any(type, json, 8)).containsEntry("name", "x");
            assertThat(ShortPathBody.noForm(type, xml, 8)).containsEntry("name", "x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "application/yaml", ""})
    void whatIsNeitherByItsTypeNorByItsBeginningIsRefusedByThat(String contentType) {
        assertThat(refused(contentType, utf8("name=x")).refusal().text())
                .isEqualTo("Unable to read the request: the body is neither JSON nor XML,"
                        + " and its content type is none of a form");
    }

    @ParameterizedTest
    @CsvSource({"1f8b0800, gzip", "28b52ffd04, zstd", "504b030414, zip"})
    void compressedBytesAreKnownByTheirBeginningWhateverTheTypeSays(String bytes, String format) {
        byte[] body = HexFormat.of().parseHex(bytes);
        for (String type : typesThatSayNothingUseful()) {
            List<ThrowingCallable> readings = List.of(
                    () -> PluginPathBody.decode(type, body),
                    () -> PluginPathBody.required(type, body, true),
                    () -> ShortPathBody.any(type, body, 8),
                    () -> ShortPathBody.noForm(type, body, 8),
                    () -> ShortPathBody.json(type, body, 8, "JSON"),
                    () -> ShortPathBody.utf8(type, body));
            for (ThrowingCallable reading : readings) {
                Refused refused = Objects.requireNonNull(catchThrowableOfType(Refused.class, reading));
                assertThat(refused.refusal().status()).isEqualTo(415);
                assertThat(refused.refusal().code()).isEqualTo("unsupported-content-encoding");
                assertThat(refused.refusal().text())
                        .isEqualTo("Unable to read the request: the body is compressed (" + format
                                + "); send it as it is");
            }
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"a[]=", "a[b][]=", "a=", "a", "a[b]="})
    void aFormHasAThousandFieldsAtMost(String field) {
        String most = (field + "&&").repeat(FormBody.MOST_FIELDS);

        assertThat(decode(FORM, most)).containsOnlyKeys("a");
        assertThat(refused(FORM, utf8(most + field)).refusal().text()).endsWith("the form has more than 1000 fields");
    }

    @Test
    void elementsOfAFormCountOnBehindTheLargestIndex() {
        assertThat(decode(FORM, "a[3]=x&a[]=y&a[07]=z&a[]=w").get("a"))
                .isEqualTo(Map.of("3", "x", "4", "y", "07", "z", "5", "w"));
    }

    /** Each would take a minute if it looked for its index from 0. */
    @Test
    void elementsOfAFormTakeNoLongerTheMoreThereAre() {
        Map<String, Object> fields = new LinkedHashMap<>();

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200_000; i++) {
                FormBody.put(fields, "a[]", "");
            }
            FormBody.lists(fields);
        });

        assertThat(fields.get("a")).asInstanceOf(LIST).hasSize(200_000);
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

    @Test
    void textOfElementsIsTrimmedAsAWholeAndBase64IsNot() {
        String xml = """
                <ticket alert=" true ">
                  <name>
                    Nina &amp; Jo &lt;&#252;&gt; <!-- and --> Co
                  </name>
                  <email>\t a@example.org\r
                  </email>
                  <subject><![CDATA[  S  <b> ]]></subject>
                  <phone ext="1"> 555 </phone>
                  <message type="text/plain"> <![CDATA[ two
                 lines ]]> </message>
                  <address><city> Bonn </city><empty>  </empty></address>
                  <attachments>
                    <file name="file.txt" type="text/plain"><![CDATA[
                        content\u00A0
                    ]]></file>
                    <file name="a.bin" encoding="base64">
                        IEEg
                    </file>
                  </attachments>
                </ticket>
                """;
        Map<String, Object> fields = decode("text/xml", xml);

        assertThat(fields)
                .containsEntry("alert", " true ")
                .containsEntry("name", "Nina & Jo <ü>  Co")
                .containsEntry("email", "a@example.org")
                .containsEntry("subject", "S  <b>")
                .containsEntry("phone", "555")
                .containsEntry("message", "two\n lines")
                .containsEntry("address", Map.of("city", "Bonn", "empty", ""));
        assertThat(AttachmentParser.of(fields.get("attachments")))
                .extracting(file -> new String(file.data(), StandardCharsets.UTF_8))
                .containsExactly("content\u00A0", " A ");
    }

    @Test
    void anEncodedXmlMessageKeepsItsBlanks() {
        assertThat(decode("text/xml", "<t><message encoding=\"base64\">\n IEEg\n </message></t>"))
                .containsEntry("message", " A ");
    }

    @Test
    void aRefusalOfXmlQuotesNothingOfIt() {
        assertThat(refused("application/xml", utf8("<ticket><secret>x</other></ticket>"))
                        .refusal().text())
                .startsWith("XML error: ")
                .doesNotContain("secret")
                .doesNotContain("other");
        assertThat(refused("application/xml", "<t>ü</t>".getBytes(StandardCharsets.ISO_8859_1))
                        .refusal().text())
                .isEqualTo("XML error: not UTF-8 at line 1, column 4 (offset 3), a byte beyond ASCII");
    }

    @ParameterizedTest
    @CsvSource({"<ticket><name>, 1", "not xml, 1", "<a>\\n</b>, 2"})
    void malformedXmlIsRefusedWithItsPlace(String body, int line) {
        Refused refused = Objects.requireNonNull(
                catchThrowableOfType(Refused.class, () -> decode("application/xml", body.replace("\\n", "\n"))));

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().text()).matches("XML error: .+ at line \\d+:\\d+");
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnyEntityIsRead() {
        String xml = "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><t><name>&e;</name></t>";

        for (String doctype : List.of(xml, "<!DOCTYPE t>\n<t/>", "<?xml version='1.0'?>\n<!DOCTYPE html><t/>")) {
            assertThatThrownBy(() -> decode("application/xml", doctype))
                    .isInstanceOf(Refused.class)
                    .hasMessageMatching("XML error: a DOCTYPE is not allowed at line \\d+:\\d+");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "klingon, UTF-8, the encoding that it declares is unknown",
        "utf-9, UTF-8, the encoding that it declares is unknown"
    })
    void anEncodingThatXmlDeclaresAndHasNotIsNamedAsTheFault(String declared, String charset, String reason) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><t><name>Jürgen</name></t>";

        assertThat(refused("text/xml", xml.getBytes(Charset.forName(charset))).refusal().text())
                .isEqualTo("XML error: " + reason + " at line 1:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t xmlns=\"urn:a\" alert=\"0\"><name>x</name></t>",
                "<t xmlns:soap=\"urn:a\" alert=\"0\" xml:lang=\"de\"><name>x</name></t>",
                "<t xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" alert=\"0\" xsi:schemaLocation=\"a b\"><name>x</name></t>",
                "<t xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"T\" alert=\"0\"><name i:nil=\"false\">x</name></t>",
                "<t xsi:type=\"T\" alert=\"0\"><name xmlns=\"\">x</name></t>"
            })
    void whatXmlSaysAboutItselfIsNoField(String xml) {
        assertThat(decode("application/xml", xml)).containsOnly(Map.entry("alert", "0"), Map.entry("name", "x"));
    }

    private static Map<String, Object> decode(String contentType, String body) {
        return PluginPathBody.decode(contentType, utf8(body));
    }

    private static Refused refused(@Nullable String contentType, byte[] body) {
        return Objects.requireNonNull(
                catchThrowableOfType(Refused.class, () -> PluginPathBody.decode(contentType, body)), "not refused");
    }

    private static String problem(String body) {
        return String.valueOf(
                JsonBody.parse(Payload.detect(JSON, utf8(body)), JsonBody.DEPTH).problem());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void halfACharacterIsRefusedAndAWholeOneIsNot() {
        for (String half : List.of("\\ud83d", "\\uDE80", "\\ud83dx", "\\ude80\\ud83d")) {
            byte[] body = ("{\"note\":[{\"a\":\"" + half + "\"}]}").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> PluginPathBody.required("application/json", body, false))
                    .isInstanceOf(Refused.class)
                    .extracting(failure -> ((Refused) failure).refusal().text())
                    .isEqualTo("Invalid JSON: Single unpaired high surrogate in Unicode escape");
        }
        assertThat(PluginPathBody.required(
                        "application/json", utf8("{\"note\":\"\\ud83d\\ude80\", \"path\":\"C:\\\\ud83d\"}"), false))
                .containsEntry("note", "\ud83d\ude80")
                .containsEntry("path", "C:\\ud83d");
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":\"\\ud83d\"}', 6", "'{\"ä\":\"\\ud83d\\ude80\\\\\\uDE80\"}', 21", "'[\"\\ud83d\\u0041\"]', 2"})
    void halfACharacterIsRefusedByItsPlace(String body, int offset) {
        assertThat(refused(JSON, utf8(body)).refusal().text())
                .startsWith("Unable to read the request: Single unpaired high surrogate in Unicode escape at line 1")
                .endsWith("(offset " + offset + "), a punctuation mark");
    }
}
