package dev.ticketwire.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.ReceiveMail;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outlook's {@code winmail.dat}. */
class WinmailTest {
    private static final String TEXT = "Content-Type: text/plain\n\nplain text\n";
    private static final int HTML = 0x1013;
    private static final int RTF = 0x1009;
    private static final int BODY = 0x1000;

    @Test
    void itsFilesAreAttachedBesideOthers() {
        byte[] file = concat(
                file("Quarterly re", "hello"), property(0x3707, "Quarterly report ü.pdf", 0x370e, "application/pdf"));
        ReceiveMail mail = read(
                TEXT,
                winmail(concat(file, file("Größe.txt", "hi"))),
                "Content-Type: image/png; name=beside.png\n\nx\n");

        assertThat(mail.body()).isEqualTo("plain text");
        assertThat(mail.attachments())
                .extracting(Attachment::name)
                .containsExactly("Quarterly report ü.pdf", "Größe.txt", "beside.png");
        assertThat(mail.attachments().get(0).data()).asString().isEqualTo("hello");
        assertThat(mail.attachments())
                .extracting(Attachment::type)
                .containsExactly("application/pdf", "text/plain", "image/png");
    }

    @ParameterizedTest
    @ValueSource(ints = {1252, 28591, 20127, 65001})
    void itsHtmlIsTheTextOfAMailThatHasNoHtml(int page) {
        byte[] bytes = "<p>Größe</p>".getBytes(page == 65001 ? UTF_8 : ISO_8859_1);

        ReceiveMail mail = read(TEXT, winmail(message(HTML, bytes, page)));
        assertThat(mail.format()).isEqualTo("html");
        assertThat(mail.body()).isEqualTo("<p>Größe</p>");

        ReceiveMail better = read("Content-Type: text/html\n\n<p>own</p>\n", winmail(message(HTML, bytes, page)));
        assertThat(better.body()).isEqualTo("<p>own</p>");
    }

    @Test
    void itsRichOrPlainTextIsTheTextOfAMailThatHasNone() {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}"
                + "Gr\\'f6\\'dfe\\par 5 \\u8364?, \\{x\\}}";

        assertThat(read(winmail(message(RTF, rich(rtf), 1252))).body()).isEqualTo("Größe\n5 €, {x}");
        assertThat(read(TEXT, winmail(message(RTF, rich(rtf), 1252))).body()).isEqualTo("plain text");
        assertThat(read(winmail(message(BODY, "just text\0".getBytes(UTF_16LE), 1252)))
                        .body())
                .isEqualTo("just text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "sum", "none", "empty"})
    void aBrokenOneStaysAFile(String how) {
        byte[] whole = tnef(file("a.txt", "hello"));
        byte[] broken = switch (how) {
            case "cut" -> Arrays.copyOf(whole, whole.length - 5);
            case "sum" -> changed(whole, whole.length - 1);
            case "none" -> "no such thing".getBytes(UTF_8);
            default -> new byte[4];
        };
        ReceiveMail mail = read(TEXT, part(broken));

        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat");
        assertThat(mail.attachments().get(0).data()).isEqualTo(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/ms-tnef",
                "application/vnd.ms-tnef; name=x",
                "Application/MS-TNEF; name=winmail.dat",
                "application/octet-stream; name=WINMAIL.DAT",
                "application/x-tnef",
                "application/octet-stream; name=ATT00001.bin",
                "application/octet-stream"
            })
    void itIsKnownByItsTypeOrName(String type) {
        String part = "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(tnef(file("a.txt", "hello"))) + "\n";

        assertThat(read(TEXT, part).attachments()).extracting(Attachment::name).containsExactly("a.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "0d0a", "0102030405", "01020304050607080910", "000000000000000000000000000000"})
    void whatFollowsItsLastAttributeDoesNoHarm(String more) {
        byte[] whole = concat(tnef(file("a.txt", "hello")), HexFormat.of().parseHex(more));

        assertThat(read(TEXT, part(whole)).attachments())
                .extracting(Attachment::name)
                .containsExactly("a.txt");
    }

    @Test
    void whatItHoldsByChanceDoesNoHarm() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] data = new byte[random.nextInt(200)];
            random.nextBytes(data);
            byte[] tnef = tnef(random.nextBoolean() ? attribute(1, 0x9003, data) : attribute(2, 0x9005, data));

            assertThat(read(TEXT, part(tnef)).body()).isNotEmpty();
        }
    }

    @Test
    void richTextMadeToBreakIsRead() {
        assertThat(RtfConverter.toPlainText("{".repeat(100_000) + "a" + "}".repeat(200_000) + "b"))
                .isEqualTo("ab");
        assertThat(RtfConverter.toPlainText("\\'4 \\'zz \\u \\bin99999 x")).doesNotContain("x");
        assertThat(RtfConverter.toPlainText("a\\")).startsWith("a");
        assertThat(RtfConverter.toPlainText("\\ansicpg949 \\'b0\\'a1")).isEqualTo("가");
    }

    private static ReceiveMail read(String... parts) {
        StringBuilder mail = new StringBuilder("From: n@x.example\nContent-Type: multipart/mixed; boundary=b\n\n");
        for (String part : parts) {
            mail.append("--b\n").append(part).append('\n');
        }
        return TestMails.reader().read(mail.append("--b--\n").toString().getBytes(UTF_8), "i");
    }

    private static String winmail(byte[] attributes) {
        return part(tnef(attributes));
    }

    private static String part(byte[] tnef) {
        return "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(tnef) + "\n";
    }

    private static byte[] tnef(byte[] attributes) {
        return concat(little(6).putInt(0x223e9f78).putShort((short) 1).array(), attributes);
    }

    private static byte[] file(String title, String data) {
        return concat(
                attribute(2, 0x9002, new byte[14]),
                concat(
                        attribute(2, 0x8010, (title + '\0').getBytes(ISO_8859_1)),
                        attribute(2, 0x800f, data.getBytes(UTF_8))));
    }

    /** Of an attachment: text properties. */
    private static byte[] property(int first, String value, int second, String other) {
        byte[] one = padded((value + '\0').getBytes(UTF_16LE));
        byte[] two = padded((other + '\0').getBytes(UTF_16LE));
        ByteBuffer list = little(4 + 24 + one.length + two.length).putInt(2);
        list.putShort((short) 0x1f)
                .putShort((short) first)
                .putInt(1)
                .putInt(2 * value.length() + 2)
                .put(one);
        list.putShort((short) 0x1f)
                .putShort((short) second)
                .putInt(1)
                .putInt(2 * other.length() + 2)
                .put(two);
        return attribute(2, 0x9005, list.array());
    }

    /** Of the message: one property and the code page. */
    private static byte[] message(int property, byte[] value, int page) {
        byte[] padded = padded(value);
        ByteBuffer list = little(4 + 12 + padded.length + 8).putInt(2);
        list.putShort((short) (property == BODY ? 0x1f : 0x102)).putShort((short) property);
        list.putInt(1).putInt(value.length).put(padded);
        list.putShort((short) 3).putShort((short) 0x3fde).putInt(page);
        return attribute(1, 0x9003, list.array());
    }

    /** Not compressed (MS-OXRTFCP). */
    private static byte[] rich(String rtf) {
        ByteBuffer bytes = little(16 + rtf.length()).putInt(rtf.length() + 12).putInt(rtf.length());
        return bytes.putInt(0x414c454d).putInt(0).put(rtf.getBytes(ISO_8859_1)).array();
    }

    private static byte[] attribute(int level, int id, byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        ByteBuffer bytes = little(11 + data.length)
                .put((byte) level)
                .putShort((short) id)
                .putShort((short) (id == 0x8010 ? 1 : 6));
        return bytes.putInt(data.length).put(data).putShort((short) sum).array();
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at]++;
        return changed;
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
