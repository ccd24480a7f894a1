package dev.ticketwire.rest.render;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentWriterTest {

    @Test
    void anObjectIsTheSameInBothForms() {
        View ticket = out -> {
            out.startObject()
                    .field("id")
                    .number(7)
                    .field("subject")
                    .string("New laptops")
                    .field("topic")
                    .string(null);
            out.field("isOverdue").bool(false).field("inline").bool(true);
            out.field("children").startArray().number(8).number(9).end();
            out.field("user").startObject().field("name").string("").end().end();
        };

        assertThat(json(ticket))
                .isEqualTo("{\"id\":7,\"subject\":\"New laptops\",\"topic\":null,\"isOverdue\":false,\"inline\":true,"
                        + "\"children\":[8,9],\"user\":{\"name\":\"\"}}");
        assertThat(xml(ticket))
                .isEqualTo("<response><id>7</id><subject>New laptops</subject><topic/><isOverdue>0</isOverdue>"
                        + "<inline>1</inline><children><item>8</item><item>9</item></children>"
                        + "<user><name/></user></response>");
    }

    @Test
    void aListAtTheTopHasItems() {
        View statuses = out -> {
            out.startArray()
                    .startObject()
                    .field("id")
                    .number(1)
                    .end()
                    .startObject()
                    .field("id")
                    .number(2);
            out.end().end();
        };

        assertThat(json(statuses)).isEqualTo("[{\"id\":1},{\"id\":2}]");
        assertThat(xml(statuses)).isEqualTo("<response><item><id>1</id></item><item><id>2</id></item></response>");
    }

    @Test
    void whatIsEmptyStaysVisible() {
        assertThat(json(out -> out.startArray().end())).isEqualTo("[]");
        assertThat(xml(out -> out.startArray().end())).isEqualTo("<response/>");
        assertThat(json(out -> out.startObject().field("parent").nullValue().end()))
                .isEqualTo("{\"parent\":null}");
        assertThat(xml(out -> out.startObject().field("parent").nullValue().end()))
                .isEqualTo("<response><parent/></response>");
        assertThat(xml(out ->
                        out.startObject().field("thread").startArray().end().end()))
                .isEqualTo("<response><thread/></response>");
    }

    @Test
    void objectsWithNamesOfAnyTextAreItemsInXml() {
        View departments = out -> {
            out.startMap();
            out.startEntry("R&D").field("total").number(1).end();
            out.startEntry("Level 1").field("total").number(2).end().end();
        };

        assertThat(json(departments)).isEqualTo("{\"R&D\":{\"total\":1},\"Level 1\":{\"total\":2}}");
        assertThat(xml(departments))
                .isEqualTo("<response><item><name>R&amp;D</name><total>1</total></item>"
                        + "<item><name>Level 1</name><total>2</total></item></response>");
    }

    @Test
    void jsonEscapesSlashesAndControlsButNoLetters() {
        String text = "</p> \"\\\" \b\f\n\r\t\u0001\u007f Größe 🎉 \u2028";

        assertThat(json(out -> out.string(text)))
                .isEqualTo("\"<\\/p> \\\"\\\\\\\" \\b\\f\\n\\r\\t\\u0001\u007f Größe 🎉 \\u2028\"");
    }

    @Test
    void xmlWritesLettersAsReferences() {
        assertThat(xml(out -> out.string("a<b> & \"c\" 'd'\r\n\tÜ€🎉")))
                .isEqualTo("<response>a&lt;b&gt; &amp; \"c\" 'd'&#13;\n\t&#xDC;&#x20AC;&#x1F389;</response>");
    }

    @Test
    void charactersThatXmlCannotCarryAreDroppedAndTheRestIsKept() {
        assertThat(xml(out -> out.string("a\u0000b\u0008c\u001fd\ufffee\uffff\ud800f")))
                .isEqualTo("<response>abcdef</response>");
        assertThat(xml(out -> out.string("\u0001\u0002"))).isEqualTo("<response/>");
    }

    @Test
    void base64HasNoLineBreaksAndJsonEscapesItsSlashes() {
        byte[] content = new byte[100];
        java.util.Arrays.fill(content, (byte) 0xFF);
        String base64 = java.util.Base64.getEncoder().encodeToString(content);

        assertThat(json(out -> written(out.startObject().field("content"), content)))
                .isEqualTo("{\"content\":\"" + base64.replace("/", "\\/") + "\"}");
        assertThat(xml(out -> written(out.startObject().field("content"), content)))
                .isEqualTo("<response><content>" + base64 + "</content></response>");
        assertThat(xml(out -> written(out.startObject().field("content"), new byte[0])))
                .isEqualTo("<response><content/></response>");
    }

    @Test
    void aMemberMayFollowBase64() throws IOException {
        DocumentWriter out = new JsonWriter().startObject().field("content");

        out.base64().close();
        out.field("size").number(0).end();

        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("{\"content\":\"\",\"size\":0}");
    }

    @Test
    void anAnswerMayBeTakenPieceByPiece() throws IOException {
        for (DocumentWriter out : new DocumentWriter[] {new JsonWriter(), new XmlWriter()}) {
            ByteArrayOutputStream taken = new ByteArrayOutputStream();

            OutputStream content = out.startObject().field("content").base64();
            out.moveTo(taken);
            content.write(new byte[] {1, 2, 3, 4});
            out.moveTo(taken);
            content.write(new byte[] {5});
            content.close();
            out.moveTo(taken);
            taken.write(out.field("size").number(5).end().toByteArray());

            assertThat(taken.toString(StandardCharsets.UTF_8))
                    .isIn(
                            "{\"content\":\"AQIDBAU=\",\"size\":5}",
                            "<?xml version=\"1.0\"?>\n<response><content>AQIDBAU=</content><size>5</size></response>\n");
        }
    }

    @Test
    void nestingMayBeDeep() {
        View nested = out -> {
            for (int i = 0; i < 100; i++) {
                out.startArray();
            }
            for (int i = 0; i < 100; i++) {
                out.end();
            }
        };

        assertThat(json(nested)).isEqualTo("[".repeat(100) + "]".repeat(100));
        assertThat(xml(nested))
                .startsWith("<response><item><item>")
                .endsWith("<item/>" + "</item>".repeat(98) + "</response>");
    }

    @Test
    void aNullableNumberIsANumberOrNull() {
        View view = out ->
                out.startObject().nullableField("a", 7).nullableField("b", null).end();

        assertThat(json(view)).isEqualTo("{\"a\":7,\"b\":null}");
        assertThat(xml(view)).isEqualTo("<response><a>7</a><b/></response>");
    }

    @Test
    void loneSurrogatesAreEscapedInJson() {
        assertThat(json(out -> out.string("a\ud800b"))).isEqualTo("\"a\\ud800b\"");
    }

    @Test
    void theNegotiatedTypeSelectsTheWriter() {
        assertThat(DocumentWriters.ofType(MediaType.APPLICATION_XML_TYPE).contentType())
                .isEqualTo("application/xml; charset=UTF-8");
        assertThat(DocumentWriters.ofType(MediaType.valueOf("application/json;charset=UTF-8"))
                        .contentType())
                .isEqualTo("application/json; charset=UTF-8");
        assertThat(DocumentWriters.ofType(null).contentType()).isEqualTo("application/json; charset=UTF-8");
    }

    private static void written(DocumentWriter out, byte[] content) throws IOException {
        try (OutputStream base64 = out.base64()) {
            base64.write(content);
        }
        out.end();
    }

    private static String json(View answer) {
        return text(new JsonWriter(), answer);
    }

    /** Without the declaration and the line break at the end, which every XML answer has. */
    private static String xml(View answer) {
        String text = text(new XmlWriter(), answer);
        assertThat(text).startsWith("<?xml version=\"1.0\"?>\n<response").endsWith(">\n");
        return text.substring(22, text.length() - 1);
    }

    private static String text(DocumentWriter out, View answer) {
        try {
            answer.writeTo(out);
            return new String(out.toByteArray(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
