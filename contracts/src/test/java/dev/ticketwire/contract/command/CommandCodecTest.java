package dev.ticketwire.contract.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commands wait in Kafka for up to seven days, and gateways are upgraded one by one: their wire form never changes. */
class CommandCodecTest {
    private static final CBORMapper CBOR = new CBORMapper();

    /** As an earlier gateway encoded {@link #open()}. */
    private static final String OPEN =
            "v2RuYW1lZE5pbmFlZW1haWxwbmluYUBleGFtcGxlLm9yZ2VwaG9uZWM1NTVnc3ViamVjdGdTdWJqZWN0Z21lc3NhZ2VnTWVz"
                    + "c2FnZWZmb3JtYXRkaHRtbGV0b3BpY2dCaWxsaW5namRlcGFydG1lbnRhMmZwYXJlbnRmMTAwMDAxaHByaW9yaXR5ZEhpZ2hm"
                    + "c3RhdHVzZG9wZW5lc3RhZmZlYWduZXNkdGVhbWdMZXZlbCAxY3NsYWdEZWZhdWx0Z2R1ZURhdGVqMjAzMS0wMi0wM2VhbGVy"
                    + "dPVrYXV0b3Jlc3BvbmT0ZnNvdXJjZWNXZWJiaXBpMTkyLjAuMi43a2F0dGFjaG1lbnRzgr9kbmFtZWVhLnBuZ2R0eXBlaWlt"
                    + "YWdlL3BuZ2RkYXRhRAEC/wBncHJvYmxlbfZpY29udGVudElkZGNpZDH/v2RuYW1lYWJkdHlwZfZkZGF0YUBncHJvYmxlbXga"
                    + "UG9vcmx5IGVuY29kZWQgYmFzZTY0IGRhdGFpY29udGVudElk9v9mZmllbGRzv2hzZXZlcml0eWVNYWpvcmR0YWdzg2FhB/Vo"
                    + "d2FudGVkYnn2/2pleHRlcm5hbElkaW9yZGVyIDcvQWZzdHJpY3T1/w==";

    /** As an earlier gateway encoded {@link #update()}. */
    private static final String UPDATE =
            "v2Z0aWNrZXRmMTAwMDAxamRlcGFydG1lbnRhMmV0b3BpY2dCaWxsaW5nZnBhcmVudGYxMDAwMDJmc3RhdHVzZG9wZW5jc2xh"
                    + "Z0RlZmF1bHRlc3RhZmZlYWduZXNnZHVlRGF0ZWoyMDMxLTAyLTAzaHByaW9yaXR5ZEhpZ2hkdGVhbWdMZXZlbCAxZ3N1Ympl"
                    + "Y3RnU3ViamVjdGdlbXB0aWVkgWdzdGFmZklkZmZpZWxkc79oc2V2ZXJpdHllTWFqb3JkdGFnc4NhYQf1aHdhbnRlZGJ59v9k"
                    + "bm90Zb9ldGl0bGVlVGl0bGVkYm9keWRCb2R5ZmZvcm1hdGhtYXJrZG93bmthdHRhY2htZW50c4G/ZG5hbWVlYS5wbmdkdHlw"
                    + "ZWlpbWFnZS9wbmdkZGF0YUQBAv8AZ3Byb2JsZW32aWNvbnRlbnRJZGRjaWQx//9iaXBpMTkyLjAuMi45ZnN0cmljdPX/";

    /** As an earlier gateway encoded a create that says nothing. */
    private static final String BARE =
            "v2RuYW1l9mVlbWFpbPZlcGhvbmX2Z3N1YmplY3T2Z21lc3NhZ2X2ZmZvcm1hdPZldG9waWP2amRlcGFydG1lbnT2ZnBhcmVu"
                    + "dPZocHJpb3JpdHn2ZnN0YXR1c/Zlc3RhZmb2ZHRlYW32Y3NsYfZnZHVlRGF0ZfZlYWxlcnT0a2F1dG9yZXNwb25k9GZzb3Vy"
                    + "Y2VjQVBJYmlwaTE5Mi4wLjIuN2thdHRhY2htZW50c4BmZmllbGRzv/9qZXh0ZXJuYWxJZPZmc3RyaWN09P8=";

    @Test
    void commandsOfAnEarlierGatewayAreRead() throws IOException {
        assertThat(decoded(OpenTicket.TYPE, OPEN)).usingRecursiveComparison().isEqualTo(open());
        assertThat(decoded(UpdateTicket.TYPE, UPDATE))
                .usingRecursiveComparison()
                .isEqualTo(update());
        assertThat(decoded(OpenTicket.TYPE, BARE)).usingRecursiveComparison().isEqualTo(bare());
    }

    @Test
    void anEarlierCommandServiceReadsWhatIsWritten() throws IOException {
        assertThat(CBOR.readTree(CommandCodec.encode(open()))).isEqualTo(CBOR.readTree(bytes(OPEN)));
        assertThat(CBOR.readTree(CommandCodec.encode(update()))).isEqualTo(CBOR.readTree(bytes(UPDATE)));
        assertThat(CBOR.readTree(CommandCodec.encode(bare()))).isEqualTo(CBOR.readTree(bytes(BARE)));
    }

    @Test
    void membersOfALaterGatewayAreIgnored() throws IOException {
        ObjectNode later = (ObjectNode) CBOR.readTree(bytes(OPEN));
        later.put("later", 1).putObject("nested").put("name", "not the requester's");

        assertThat(CommandCodec.decode(OpenTicket.TYPE, CBOR.writeValueAsBytes(later)))
                .usingRecursiveComparison()
                .isEqualTo(open());
    }

    @Test
    void whichRulesHoldTravelsWithTheCommand() throws IOException {
        assertThat(((OpenTicket) decoded(OpenTicket.TYPE, OPEN)).strict()).isTrue();
        assertThat(((OpenTicket) decoded(OpenTicket.TYPE, BARE)).strict()).isFalse();
        assertThat(((UpdateTicket) decoded(UpdateTicket.TYPE, UPDATE)).strict()).isTrue();
    }

    @Test
    void aCommandOfAnOlderGatewayIsReadByTheRulesOfItsTime() throws IOException {
        assertThat(((OpenTicket) older(open())).strict()).isFalse();
        assertThat(((OpenTicket) older(open())).parent()).isEqualTo("100001");
        assertThat(((UpdateTicket) older(update())).strict()).isFalse();
    }

    @Test
    void aWishForSilenceTravelsWithTheCommand() throws IOException {
        PostReply silent = new PostReply("100001", null, null, "Hello", "text", List.of(), "192.0.2.9", true);

        assertThat(CommandCodec.decode(PostReply.TYPE, CommandCodec.encode(silent)))
                .isEqualTo(silent);
        assertThat(((UpdateTicket) older(update())).note()).matches(note -> !note.silent());
    }

    private static Command decoded(String type, String base64) throws IOException {
        return CommandCodec.decode(type, bytes(base64));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static Command older(Command command) throws IOException {
        ObjectNode members = (ObjectNode) CBOR.readTree(CommandCodec.encode(command));
        assertThat(members.remove("strict")).isNotNull();
        return CommandCodec.decode(command.type(), CBOR.writeValueAsBytes(members));
    }

    private static OpenTicket open() {
        return new OpenTicket(
                new OpenTicket.Requester("Nina", "nina@example.org", "555"),
                new OpenTicket.Content("Subject", "Message", "html", List.of(picture(), unreadable())),
                routing(),
                "100001",
                new OpenTicket.Notifications(true, false),
                new OpenTicket.Origin("Web", "192.0.2.7"),
                answers(),
                "order 7/A",
                true);
    }

    private static OpenTicket bare() {
        return new OpenTicket(
                new OpenTicket.Requester(null, null, null),
                new OpenTicket.Content(null, null, null, List.of()),
                TicketRouting.NONE,
                null,
                new OpenTicket.Notifications(false, false),
                new OpenTicket.Origin("API", "192.0.2.7"),
                Map.of(),
                null,
                false);
    }

    private static UpdateTicket update() {
        return new UpdateTicket(
                "100001",
                routing(),
                "100002",
                "Subject",
                Set.of("staffId"),
                answers(),
                new UpdateTicket.Note("Title", "Body", "markdown", List.of(picture()), false),
                "192.0.2.9",
                true);
    }

    private static TicketRouting routing() {
        return new TicketRouting("2", "Billing", "High", "open", "agnes", "Level 1", "Default", "2031-02-03");
    }

    private static Map<String, @Nullable Object> answers() {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("severity", "Major");
        answers.put("tags", Arrays.asList("a", 7, true));
        answers.put("wantedby", null);
        return answers;
    }

    private static Attachment picture() {
        return new Attachment("a.png", "image/png", new byte[] {1, 2, (byte) 0xff, 0}, null, "cid1");
    }

    private static Attachment unreadable() {
        return new Attachment("b", null, new byte[0], "Poorly encoded base64 data");
    }
}
