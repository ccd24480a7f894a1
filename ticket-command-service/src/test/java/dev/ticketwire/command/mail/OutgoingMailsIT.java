package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.create.TicketOpener;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.command.ticket.Sandbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers to mails that the help desk sent itself: their Message-Ids are signed with its secret. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class OutgoingMailsIT extends ReceiveMailsTestCase {
    private static final String SALT = "a secret salt";

    @Inject
    TicketOpener openings;

    @Inject
    Notices notices;

    private ReceiveMails knowing;

    @BeforeEach
    void know() {
        knowing = new ReceiveMails(openings, notices, Optional.of(SALT));
    }

    @Test
    void anAnswerIsFoundByTheEntryThatTheMailTold() throws SQLException {
        int entry = entryOf(1);

        Result.Applied applied = take(ayla().answering(own(SALT, entry, threadOf(1))));

        assertThat(applied.number()).isEqualTo("480113");
        assertThat(desk.row(ENTRY, 1)).containsEntry("type", "M").containsEntry("pid", (long) entry);
    }

    @Test
    void theTextNamesTheMailWhereTheHeadersDoNot() throws SQLException {
        String bare = own(SALT, entryOf(1), threadOf(1)).replaceAll("[<>]", "");

        assertThat(take(ayla().quoting(bare)).number()).isEqualTo("480113");
    }

    @Test
    void theIdFindsTheTicketAndTheAddressDecidesAsWhom() throws SQLException {
        String id = own(SALT, entryOf(1), threadOf(1));

        take(nina().answering(id));
        Object strangers = desk.row(ENTRY, 1).get("title");
        take(TestMail.from("M", "mira@harbourbikes.example").answering(id));

        assertThat(strangers).isEqualTo("Unverified sender");
        assertThat(desk.row(ENTRY, 1)).containsEntry("staff_id", 1L).containsEntry("type", "N");
    }

    @Test
    void whatIsNotSignedOrTellsOfAnotherThreadIsNothing() throws SQLException {
        List<Result> results = desk.apply(
                knowing,
                List.of(
                        ayla().answering(own("guessed", entryOf(1), threadOf(1)))
                                .command(),
                        ayla().answering(own(SALT, entryOf(1), threadOf(9))).command(),
                        ayla().answering(own(SALT, 0, 0)).command()));

        assertThat(results)
                .allSatisfy(
                        result -> assertThat(Sandbox.applied(result).number()).isNotIn("480113", "744012"));
    }

    @Test
    void anIdOfTheThreadAloneCountsAfterTheNumber() throws SQLException {
        String ofThread9 = own(SALT, 0, threadOf(9));

        Result.Applied byNumber = take(ayla().answering(ofThread9).about("[#480113]"));
        Result.Applied alone = take(TestMail.from("C", "chiara@mail.example").answering(ofThread9));

        assertThat(byNumber.number()).isEqualTo("480113");
        assertThat(alone.number()).isEqualTo("744012");
    }

    @Test
    void aMailOfTheHelpDeskThatComesBackIsNotStored() throws SQLException {
        String before = desk.value("SELECT COUNT(*) FROM {thread_entry}");

        Result.Applied applied = take(
                TestMail.from("Harbour Bikes", "hello@harbourbikes.example").id(own(SALT, entryOf(1), threadOf(1))));

        assertThat(applied.number()).isEqualTo("480113");
        assertThat(String.valueOf(applied.answer())).isEqualTo("{\"existing\":true}");
        assertThat(desk.value("SELECT COUNT(*) FROM {thread_entry}")).isEqualTo(before);
    }

    @Test
    void aReportFindsTheTicketOfTheMailItReturns() throws SQLException {
        Result.Applied applied =
                take(TestMail.from("", "mailer-daemon@mx.example").reportingOn(own(SALT, entryOf(1), threadOf(1))));

        assertThat(applied.number()).isEqualTo("480113");
        assertThat(desk.row(ENTRY, 1)).containsEntry("type", "N").containsEntry("poster", "mailer-daemon@mx.example");
    }

    @Test
    void withoutTheSecretNoIdIsTheHelpDesksOwn() throws SQLException {
        Result.Applied applied = taken(ayla().answering(own(SALT, entryOf(1), threadOf(1))));

        assertThat(applied.number()).isNotEqualTo("480113");
    }

    private Result.Applied take(TestMail mail) throws SQLException {
        return Sandbox.applied(desk.apply(knowing, List.of(mail.command())).getFirst());
    }

    private int threadOf(int ticket) throws SQLException {
        return Integer.parseInt(
                desk.value("SELECT id FROM {thread} WHERE object_type = 'T' AND object_id = ?", ticket));
    }

    private int entryOf(int ticket) throws SQLException {
        return Integer.parseInt(desk.value("SELECT MIN(id) FROM {thread_entry} WHERE thread_id = ?", threadOf(ticket)));
    }

    private static String own(String salt, int entry, int thread) {
        try {
            byte[] secret = salt.getBytes(StandardCharsets.UTF_8);
            byte[] md5 = MessageDigest.getInstance("MD5").digest(("mail" + salt).getBytes(StandardCharsets.UTF_8));
            String code =
                    Base64.getEncoder().encodeToString(md5).substring(0, 6).replace('+', '=');
            byte[] signed = ByteBuffer.allocate(13)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(1)
                    .putInt(entry)
                    .putInt(thread)
                    .put((byte) 'U')
                    .array();
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            mac.update(signed);
            byte[] whole = mac.doFinal(("aB_=9" + code).getBytes(StandardCharsets.UTF_8));
            byte[] tag = Arrays.copyOf(signed, 18);
            System.arraycopy(whole, whole.length - 5, tag, 13, 5);
            String text = Base64.getEncoder().withoutPadding().encodeToString(tag);
            return "<B" + code + "-aB_=9-" + text + "-hello@harbourbikes.example>";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
