package dev.ticketwire.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void anObjectIsTheSameInBothForms() {
        Consumer<Form> ticket = form -> {
            form.object()
                    .name("id")
                    .number(7)
                    .name("subject")
                    .text("New laptops")
                    .name("topic")
                    .text(null);
            form.name("isOverdue").flag(false).name("inline").flag(true);
            form.name("children").list().number(8).number(9).end();
            form.name("user").object().name("name").text("").end().end();
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
        Consumer<Form> statuses = form -> {
            form.list().object().name("id").number(1).end().object().name("id").number(2);
            form.end().end();
        };

        assertThat(json(statuses)).isEqualTo("[{\"id\":1},{\"id\":2}]");
        assertThat(xml(statuses)).isEqualTo("<response><item><id>1</id></item><item><id>2</id></item></response>");
    }

    @Test
    void whatIsEmptyStaysVisible() {
        assertThat(json(form -> form.list().end())).isEqualTo("[]");
        assertThat(xml(form -> form.list().end())).isEqualTo("<response/>");
        assertThat(json(form -> form.object().name("parent").nothing().end())).isEqualTo("{\"parent\":null}");
        assertThat(xml(form -> form.object().name("parent").nothing().end()))
                .isEqualTo("<response><parent/></response>");
        assertThat(xml(form -> form.object().name("thread").list().end().end()))
                .isEqualTo("<response><thread/></response>");
    }

    @Test
    void objectsWithNamesOfAnyTextAreItemsInXml() {
        Consumer<Form> departments = form -> {
            form.namedObjects();
            form.namedObject("R&D").name("total").number(1).end();
            form.namedObject("Level 1").name("total").number(2).end().end();
        };

        assertThat(json(departments)).isEqualTo("{\"R&D\":{\"total\":1},\"Level 1\":{\"total\":2}}");
        assertThat(xml(departments))
                .isEqualTo("<response><item><name>R&amp;D</name><total>1</total></item>"
                        + "<item><name>Level 1</name><total>2</total></item></response>");
    }

    @Test
    void jsonEscapesSlashesAndControlsButNoLetters() {
        String text = "</p> \"\\\" \b\f\n\r\t\u0001\u007f Größe 🎉 \u2028";

        assertThat(json(form -> form.text(text)))
                .isEqualTo("\"<\\/p> \\\"\\\\\\\" \\b\\f\\n\\r\\t\\u0001\u007f Größe 🎉 \\u2028\"");
    }

    @Test
    void xmlWritesLettersAsReferences() {
        assertThat(xml(form -> form.text("a<b> & \"c\" 'd'\r\n\tÜ€🎉")))
                .isEqualTo("<response>a&lt;b&gt; &amp; \"c\" 'd'&#13;\n\t&#xDC;&#x20AC;&#x1F389;</response>");
    }

    @Test
    void charactersThatXmlCannotCarryAreDroppedAndTheRestIsKept() {
        assertThat(xml(form -> form.text("a\u0000b\u0008c\u001fd\ufffee\uffff\ud800f")))
                .isEqualTo("<response>abcdef</response>");
        assertThat(xml(form -> form.text("\u0001\u0002"))).isEqualTo("<response/>");
    }

    @Test
    void base64HasNoLineBreaksAndJsonEscapesItsSlashes() {
        byte[] content = new byte[100];
        java.util.Arrays.fill(content, (byte) 0xFF);
        String base64 = java.util.Base64.getEncoder().encodeToString(content);

        assertThat(json(form -> written(form.object().name("content"), content)))
                .isEqualTo("{\"content\":\"" + base64.replace("/", "\\/") + "\"}");
        assertThat(xml(form -> written(form.object().name("content"), content)))
                .isEqualTo("<response><content>" + base64 + "</content></response>");
        assertThat(xml(form -> written(form.object().name("content"), new byte[0])))
                .isEqualTo("<response><content/></response>");
    }

    @Test
    void aMemberMayFollowBase64() throws IOException {
        Form form = new Json().object().name("content");

        form.base64().close();
        form.name("size").number(0).end();

        assertThat(new String(form.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"content\":\"\",\"size\":0}");
    }

    @Test
    void anAnswerMayBeTakenPieceByPiece() throws IOException {
        for (Form form : new Form[] {new Json(), new Xml()}) {
            ByteArrayOutputStream taken = new ByteArrayOutputStream();

            OutputStream content = form.object().name("content").base64();
            form.moveTo(taken);
            content.write(new byte[] {1, 2, 3, 4});
            form.moveTo(taken);
            content.write(new byte[] {5});
            content.close();
            form.moveTo(taken);
            taken.write(form.name("size").number(5).end().bytes());

            assertThat(taken.toString(StandardCharsets.UTF_8))
                    .isIn(
                            "{\"content\":\"AQIDBAU=\",\"size\":5}",
                            "<?xml version=\"1.0\"?>\n<response><content>AQIDBAU=</content><size>5</size></response>\n");
        }
    }

    @Test
    void nestingMayBeDeep() {
        Consumer<Form> nested = form -> {
            for (int i = 0; i < 100; i++) {
                form.list();
            }
            for (int i = 0; i < 100; i++) {
                form.end();
            }
        };

        assertThat(json(nested)).isEqualTo("[".repeat(100) + "]".repeat(100));
        assertThat(xml(nested))
                .startsWith("<response><item><item>")
                .endsWith("<item/>" + "</item>".repeat(98) + "</response>");
    }

    @Test
    void theFormIsChosenByTheAcceptHeader() {
        assertThat(Form.accepted("application/xml").contentType()).isEqualTo("application/xml; charset=UTF-8");
        assertThat(Form.accepted("application/json").contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(Form.accepted("application/json, application/xml;q=0.9").contentType())
                .isEqualTo("application/json; charset=UTF-8");
        assertThat(Form.accepted("*/*").contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(Form.accepted(null).contentType()).isEqualTo("application/json; charset=UTF-8");
    }

    private static void written(Form form, byte[] content) {
        try (OutputStream base64 = form.base64()) {
            base64.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        form.end();
    }

    private static String json(Consumer<Form> answer) {
        return text(new Json(), answer);
    }

    /** Without the declaration and the line break at the end, which every XML answer has. */
    private static String xml(Consumer<Form> answer) {
        String text = text(new Xml(), answer);
        assertThat(text).startsWith("<?xml version=\"1.0\"?>\n<response").endsWith(">\n");
        return text.substring(22, text.length() - 1);
    }

    private static String text(Form form, Consumer<Form> answer) {
        answer.accept(form);
        return new String(form.bytes(), StandardCharsets.UTF_8);
    }
}
