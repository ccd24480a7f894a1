package dev.ticketwire.command.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.BodyFormat;
import dev.ticketwire.osticket.html.BodySettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of a mail its HTML shows, and what becomes of them. */
class MailPicturesTest {
    private static final AttachmentLimits ANY = new AttachmentLimits(true, 1000, Set.of());
    private static final String PNG = "\u0089PNG\r\n\u001A\n";

    @ParameterizedTest
    @CsvSource({
        "image001.png@01DB, cid:image001.png@01DB",
        "image001.png@01DB, CID:IMAGE001.PNG@01db",
        "image001.png@01DB, cid:image001.png%4001DB",
        "image001.png@01DB, cid:image001.png%4001%44%42",
        "image001.png@01DB, cid:<image001.png@01DB>",
        "image001.png@01DB, cid:%3Cimage001.png@01DB%3E",
        "<image001.png@01DB>, cid:image001.png@01DB",
        "a%40b, cid:a@b",
        "a%2, cid:a%2",
        "a+b@x, cid:a+b@x",
        "a&b@x, cid:a&amp;b@x",
        "image001.png, image001.png",
        "image001.png, cid:image001.png",
        "Größe@x, cid:Gr%C3%B6%C3%9Fe@x",
    })
    void aPictureIsFoundByItsContentId(String contentId, String source) {
        Attachments shown = shown("<img src=\"" + source + "\">", picture("a.png", contentId, "image/png"));

        assertThat(shown.files()).extracting(NewFile::inline).containsExactly(true);
        assertThat(shown.files()).extracting(NewFile::name).containsExactly("a.png");
    }

    @ParameterizedTest
    @CsvSource({"a@x, cid:b@x", "a@x, https://a@x", "a.png, https://x/a.png", "a@x, cid:", "'', cid:", "' ', cid:"})
    void anotherIdIsAnotherPicture(String contentId, String source) {
        assertThat(shown("<img src=\"" + source + "\">", picture("a.png", contentId, "image/png"))
                        .files())
                .extracting(NewFile::inline)
                .containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIF87a",
                "GIF89a",
                "\u00FF\u00D8\u00FF\u00E0",
                "BM1234",
                "RIFF1234WEBPVP8",
                "II*\0",
                "\0\0\0\u0020ftypavif",
                PNG
            })
    void whatBeginsAsAPictureIsOneWhateverItsType(String content) {
        Attachment file = new Attachment(
                "a.png", "application/octet-stream", content.getBytes(StandardCharsets.ISO_8859_1), null, "a@x");

        assertThat(shown("<img src=\"cid:a@x\">", file).files())
                .extracting(NewFile::inline, NewFile::type)
                .containsExactly(tuple(true, "application/octet-stream"));
    }

    @ParameterizedTest
    @CsvSource({
        "image/svg+xml, <svg/>",
        "image/svg, <svg/>",
        "IMAGE/SVG+XML, GIF89a",
        "application/octet-stream, <svg/>",
        "application/pdf, %PDF-1.4"
    })
    void whatIsNoPictureStaysAnAttachmentAlsoWhereAnImgShowsIt(String type, String content) {
        Attachment file = new Attachment("a", type, content.getBytes(StandardCharsets.UTF_8), null, "a@x");

        assertThat(shown("<img src=\"cid:a@x\">", file).files())
                .extracting(NewFile::inline)
                .containsExactly(false);
    }

    @Test
    void filesKeepTheirNamesAndTheirPlacesInTheMail() {
        Attachments shown = shown(
                "<img src=\"cid:2@x\"><img src=\"cid:1@x\"><img src=\"cid:2@x\">",
                picture("one.png", "1@x", "image/png"),
                new Attachment("plan.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8), null, "p@x"),
                picture("two.png", "2@x", "image/png"),
                picture("three.png", "3@x", "image/png"));

        assertThat(shown.files())
                .extracting(file -> file.name() + " " + file.inline())
                .containsExactly("one.png true", "plan.pdf false", "two.png true", "three.png false");
    }

    @Test
    void thePictureAmongSeveralFilesOfOneIdIsShown() {
        Attachments shown = shown(
                "<img src=\"cid:a@x\">",
                new Attachment("a.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8), null, "a@x"),
                picture("a.png", "a@x", "image/png"),
                picture("b.png", "a@x", "image/png"));

        assertThat(shown.files())
                .extracting(file -> file.name() + " " + file.inline())
                .containsExactly("a.svg false", "a.png true", "b.png false");
    }

    @Test
    void picturesOfTheSameContentAreOneFileForATextThatShowsThem() {
        Attachment first = new Attachment("one.png", "image/png", bytes("same"), null, "1@x");
        Attachment second = new Attachment("two.png", "image/png", bytes("same"), null, "2@x");
        Attachment attached = new Attachment("three.png", "image/png", bytes("same"), null);

        Attachments shown = shown("<img src=\"cid:1@x\"><img src=\"cid:2@x\">", first, second, attached);

        assertThat(shown.files())
                .extracting(file -> file.name() + " " + file.attachedAs() + " " + file.inline())
                .containsExactly("one.png two.png true", "three.png null false");
        assertThat(shown("<p>none</p>", first, second, attached).files()).hasSize(3);
    }

    @Test
    void aPictureThatMayNotBeStoredIsNotShown() {
        Attachments files =
                Attachments.of(List.of(picture("a.png", "a@x", "image/png")), new AttachmentLimits(true, 3, Set.of()));
        Body body = body("<img src=\"cid:a@x\">", files);

        assertThat(files.shownIn(body).files()).isEmpty();
        assertThat(files.notes()).containsExactly("a.png: File size is too large");
        assertThat(body.stored()).isEqualTo("<img src=\"cid:a@x\" alt=\"image\" />");
    }

    private static Attachments shown(String html, Attachment... sent) {
        Attachments files = Attachments.of(List.of(sent), ANY);
        return files.shownIn(body(html, files));
    }

    private static Body body(String html, Attachments files) {
        return Body.ofMail(html, BodyFormat.HTML, BodySettings.of(true, ""), files.pictures());
    }

    /** Each of a content of its own. */
    private static Attachment picture(String name, String contentId, String type) {
        return new Attachment(name, type, bytes(name), null, contentId);
    }

    private static byte[] bytes(String content) {
        return (PNG + content).getBytes(StandardCharsets.ISO_8859_1);
    }
}
