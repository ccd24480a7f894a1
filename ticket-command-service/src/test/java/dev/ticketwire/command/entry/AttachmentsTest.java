package dev.ticketwire.command.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {
    private static final AttachmentLimits ANY = new AttachmentLimits(true, 100, Set.of());

    @Test
    void aTypeThatWasNotGivenIsFoundFromContentOrName() {
        List<NewFile> files = Attachments.of(
                        List.of(
                                file("image", null, "GIF89a and more"),
                                file("page.html", null, "hello"),
                                file("data", null, "hello"),
                                file("a.txt", "Text/Plain", "hello")),
                        ANY)
                .files();

        assertThat(files)
                .extracting(NewFile::type)
                .containsExactly("image/gif", "text/html", "application/octet-stream", "text/plain");
    }

    @Test
    void whatTheGatewayCouldNotDecodeIsANote() {
        Attachments attachments = Attachments.of(
                List.of(
                        new Attachment("a.txt", null, new byte[0], "Poorly encoded base64 data"),
                        new Attachment("", null, new byte[0], "Unable to save attachment")),
                ANY);

        assertThat(attachments.files()).isEmpty();
        assertThat(attachments.notes())
                .containsExactly("a.txt: Poorly encoded base64 data", "Unable to save attachment -");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "Unable to save attachment")
    void aFileWithoutContentIsANoteThatNamesIt(@Nullable String problem) {
        Attachments attachments =
                Attachments.of(List.of(new Attachment("empty.pdf", "application/pdf", new byte[0], problem)), ANY);

        assertThat(attachments.files()).isEmpty();
        assertThat(attachments.notes()).containsExactly("Unable to save attachment - empty.pdf");
    }

    @Test
    void anyNumberOfFilesIsTaken() {
        Attachments attachments = Attachments.of(
                IntStream.range(0, 70)
                        .mapToObj(i -> file(i + ".txt", null, "x"))
                        .toList(),
                ANY);

        assertThat(attachments.files()).hasSize(70);
        assertThat(attachments.notes()).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeOrOfAnotherTypeIsANote() {
        AttachmentLimits limits = new AttachmentLimits(true, 4, Set.of(".pdf", "image/*"));

        Attachments attachments = Attachments.of(
                List.of(
                        file("a.PDF", "application/pdf", "1234"),
                        file("b.pdf", null, "12345"),
                        file("c.exe", null, "1"),
                        file("d", "image/png", "1")),
                limits);

        assertThat(attachments.files()).extracting(NewFile::name).containsExactly("a.PDF", "d");
        assertThat(attachments.notes())
                .containsExactly("b.pdf: File size is too large", "c.exe: File type is not allowed");
    }

    private static Attachment file(String name, @Nullable String type, String content) {
        return new Attachment(name, type, content.getBytes(StandardCharsets.UTF_8), null);
    }
}
