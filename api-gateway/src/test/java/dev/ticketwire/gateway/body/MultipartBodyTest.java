package dev.ticketwire.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.command.Attachment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    @Test
    void fieldsAreReadAsThoseOfAnyForm() {
        Map<String, @Nullable Object> fields = read(part("name=\"name\"", "Jürgen")
                + part("name=list[]", "x")
                + part("name=\"list[]\"", "")
                + part("name=\"two\"", "a\r\n\r\nb\n")
                + "--B--\r\n");

        assertThat(fields)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("name", "Jürgen", "list", List.of("x", ""), "two", "a\r\n\r\nb\n"));
    }

    @Test
    void filesAreAttachmentsWhateverTheirFieldIsCalled() {
        String form = part("name=\"file\"; filename=\"a.txt\"", "Text/Plain; charset=x", "one\r\n--BB\r\ntwo")
                + part("name=\"file\"; filename=\"b\"", "bytes")
                + part("name=\"scans[]\"; filename=\"c.png\"", "image/png", "\0\u00FF\r\n")
                + "--B--";
        List<Attachment> files = files(form.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(files).extracting(Attachment::name).containsExactly("a.txt", "b", "c.png");
        assertThat(files).extracting(Attachment::type).containsExactly("text/plain", null, "image/png");
        assertThat(files)
                .extracting(file -> new String(file.data(), StandardCharsets.ISO_8859_1))
                .containsExactly("one\r\n--BB\r\ntwo", "bytes", "\0\u00FF\r\n");
        assertThat(files).extracting(Attachment::problem).containsOnlyNulls();
    }

    @Test
    void filesComeBehindTheAttachmentsOfFields() {
        List<Attachment> files = files((part("name=\"x\"; filename=\"second.txt\"", "2")
                        + part("name=\"attachments[0][first.txt]\"", "data:,1")
                        + "--B--")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(files).extracting(Attachment::name).containsExactly("first.txt", "second.txt");
    }

    @Test
    void aFieldInWhichNoFileWasChosenIsNothing() {
        assertThat(read(part("name=\"file\"; filename=\"\"", "application/octet-stream", "") + "--B--"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', x", "empty.txt, ''"})
    void aFileWithoutNameOrContentIsAProblemOfTheFile(String name, String content) {
        List<Attachment> files = files(
                (part("name=\"f\"; filename=\"" + name + "\"", content) + "--B--").getBytes(StandardCharsets.UTF_8));

        assertThat(files).hasSize(1);
        assertThat(files.get(0).problem()).isEqualTo("Unable to save attachment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=\"Doe, John; a=b: c.pdf\" | Doe, John; a=b: c.pdf",
                "filename=\"Größe €.pdf\" | Größe €.pdf",
                "filename=\"C:\\dir\\a.txt\" | a.txt",
                "filename=\"../../etc/passwd\" | passwd",
                "filename=\"a \\\"b\\\".txt\" | a \"b\".txt",
                "filename=\"a %22b%22 50%.txt\" | a \"b\" 50%.txt",
                "filename=plain.txt | plain.txt",
                "FileName = \"spaced.txt\" ; x=y | spaced.txt",
                "filename=\"fallback.txt\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe+1.txt | Größe+1.txt",
                "filename*=iso-8859-1'de'Gr%F6%DFe.txt | Größe.txt"
            })
    void theNameOfAFileIsTheOneThatWasMeant(String parameter, String name) {
        List<Attachment> files =
                files((part("name=\"f\"; " + parameter, "x") + "--B--").getBytes(StandardCharsets.UTF_8));

        assertThat(files).extracting(Attachment::name).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void linesMayEndEitherWay(String end) {
        String form =
                "preamble" + end + "--B  " + end + "content-disposition: FORM-DATA; name=a" + end + end + "1" + end
                        + "--B" + end + "Content-Disposition:form-data;name=b;filename=f.txt" + end
                        + "Content-Transfer-Encoding: base64" + end + end + "QUJD" + end + "--B--" + end + "epilogue";
        Map<String, @Nullable Object> fields = read(form);

        assertThat(fields).containsEntry("a", "1");
        assertThat(new String(
                        AttachmentParser.of(fields.get("attachments")).get(0).data(), StandardCharsets.UTF_8))
                .isEqualTo("ABC");
    }

    @Test
    void aFieldMayHaveACharsetOfItsOwn() {
        String form = part("name=\"a\"", "text/plain; charset=iso-8859-1", "Jürgen") + "--B--";

        assertThat(MultipartBody.parse(payload("multipart/form-data; boundary=B", form, StandardCharsets.ISO_8859_1)))
                .containsEntry("a", "Jürgen");
        assertThatThrownBy(() -> MultipartBody.parse(payload(
                        "multipart/form-data; boundary=B",
                        part("name=\"a\"", "Jürgen") + "--B--",
                        StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage("a field of the form is not UTF-8: offset 50");
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, --B, names no boundary",
        "multipart/form-data; boundary=C, --B, is nowhere in the form",
        "multipart/form-data; boundary=B, cut, ends within a part that begins at offset 5",
        "multipart/form-data; boundary=B, many, more than 1000 parts"
    })
    void aFormThatCannotBeReadIsRefusedByWhatIsWrong(String type, String kind, String reason) {
        String one = part("name=\"a\"", "x");
        String form = kind.equals("many") ? one.repeat(1001) + "--B--" : kind.equals("cut") ? one : one + "--B--";

        assertThatThrownBy(() -> MultipartBody.parse(payload(type, form, StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aQuotedBoundaryMayHoldSemicolons() {
        Payload form = payload(
                "multipart/form-data; boundary=\"a;b c\"",
                "--a;b c\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nv\r\n--a;b c--",
                StandardCharsets.UTF_8);

        assertThat(MultipartBody.parse(form)).containsEntry("n", "v");
    }

    private static List<Attachment> files(byte[] form) {
        return AttachmentParser.of(MultipartBody.parse(Payload.detect("multipart/form-data; boundary=B", form))
                .get("attachments"));
    }

    private static Map<String, @Nullable Object> read(String form) {
        return MultipartBody.parse(payload("multipart/form-data; boundary=B", form, StandardCharsets.UTF_8));
    }

    private static Payload payload(String type, String form, Charset charset) {
        return Payload.detect(type, form.getBytes(charset));
    }

    private static String part(String parameters, String content) {
        return "--B\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content + "\r\n";
    }

    private static String part(String parameters, String type, String content) {
        return "--B\r\nContent-Disposition: form-data; " + parameters + "\r\nContent-Type: " + type + "\r\n\r\n"
                + content + "\r\n";
    }
}
