package dev.ticketwire.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:text/plain;base64,ZmlsZSBib2R5 | text/plain | file body",
                "data:text/plain;charset=utf-8;base64,ZmlsZSBib2R5 | text/plain | file body",
                "data:Text/HTML;BASE64,ZmlsZSBib2R5 | text/html | file body",
                "data:;base64,QUI | application/octet-stream | AB",
                "data:,A%20B | application/octet-stream | A B",
                "data:text/plain,100%25 sure% | text/plain | 100% sure%",
                "data:text/plain;charset=utf-8,file body | text/plain | file body"
            })
    void aDataUriIsDecoded(String uri, String type, String content) {
        Attachment file = only(Map.of("notes.txt", uri));

        assertThat(file.name()).isEqualTo("notes.txt");
        assertThat(file.type()).isEqualTo(type);
        assertThat(text(file)).isEqualTo(content);
        assertThat(file.problem()).isNull();
    }

    @Test
    void lineBreaksInBase64DoNotMatter() {
        assertThat(text(only(Map.of("a", "data:text/plain;base64,ZmlsZSBi\r\nb2R5"))))
                .isEqualTo("file body");
    }

    @ParameterizedTest
    @CsvSource({"'data:text/plain;base64,@@@'", "'data:text/plain;base64,'", "'data:text/plain;base64,QUJ*'"})
    void poorBase64IsAProblemOfTheFile(String uri) {
        Attachment file = only(Map.of("notes.txt", uri));

        assertThat(file.problem()).isEqualTo("Poorly encoded base64 data");
        assertThat(file.data()).isEmpty();
    }

    @Test
    void everyMemberIsAFile() {
        List<Attachment> files = AttachmentParser.of(List.of(Map.of("a.txt", "data:,a", "b.txt", "data:,b")));

        assertThat(files).extracting(Attachment::name).containsExactlyInAnyOrder("a.txt", "b.txt");
    }

    @Test
    void aFileMayBeDescribed() {
        Attachment file = only(Map.of("name", "n.bin", "type", "Image/PNG", "data", "QUJD", "encoding", "base64"));

        assertThat(file.type()).isEqualTo("image/png");
        assertThat(text(file)).isEqualTo("ABC");
    }

    @Test
    void describedDataWithoutEncodingIsTaken() {
        Attachment file = only(Map.of("name", "notes.txt", "data", "file body"));

        assertThat(file.type()).isNull();
        assertThat(text(file)).isEqualTo("file body");
    }

    @Test
    void aStoredFileCannotBeNamedByItsId() {
        Attachment file = only(Map.of("id", 4, "name", "stolen.txt"));

        assertThat(file.name()).isEqualTo("stolen.txt");
        assertThat(file.problem()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, passwd", "C:\\temp\\x.txt, x.txt", "'a\u0007b.txt', ab.txt"})
    void onlyTheLastSegmentOfANameCounts(String sent, String name) {
        assertThat(only(Map.of(sent, "data:,x")).name()).isEqualTo(name);
    }

    @Test
    void whatIsNoFileIsAProblemAndNoFailure() {
        List<Object> elements = new ArrayList<>(List.of("text", 5, List.of(), Map.of(), Map.of("", "data:,x")));
        elements.add(null);
        elements.add(Map.of("a.txt", 5));
        elements.add(Map.of("a.txt", ""));
        elements.add(Collections.singletonMap("a.txt", null));

        List<Attachment> files = AttachmentParser.of(elements);

        assertThat(files)
                .hasSize(9)
                .allSatisfy(file -> assertThat(file.problem()).isNotNull());
    }

    @Test
    void nothingSentIsNoFile() {
        assertThat(AttachmentParser.of(null)).isEmpty();
        assertThat(AttachmentParser.of(List.of())).isEmpty();
    }

    @Test
    void aScalarIsRefused() {
        assertThatThrownBy(() -> AttachmentParser.of(5))
                .isInstanceOf(Refused.class)
                .hasMessage("Invalid value for attachments");
    }

    private static Attachment only(Map<String, Object> element) {
        List<Attachment> files = AttachmentParser.of(List.of(element));
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static String text(Attachment file) {
        return new String(file.data(), StandardCharsets.UTF_8);
    }
}
