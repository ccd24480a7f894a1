package dev.ticketwire.osticket.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nina@example.org",
                "nina+tag@example.org",
                "NINA@Example.ORG",
                "nina@[192.0.2.1]",
                "n@x",
                "o'brien_x-1@sub.example.org",
                "\"a b@c\"@example.org"
            })
    void oneMailboxIsAnAddress(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @Test
    void aLongLocalPartIsTaken() {
        assertThat(EmailAddress.isValid("n".repeat(260) + "@example.org")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nina",
                "@example.org",
                "nina@",
                "a@example.org, b@example.org",
                "Nina <nina@example.org>",
                "nüna@example.org",
                "nina@müller.example",
                "root@localhost",
                "root@LOCALHOST",
                "nina@@example.org",
                "nina@exa mple.org",
                "ni na@example.org",
                ".nina@example.org",
                "nina.@example.org",
                "ni..na@example.org",
                "nina@example..org",
                "nina@example.org.",
                "nina@[]",
                "nina@[192.0.2.1",
                "\"a\"b\"@example.org",
                "\"@example.org",
                "\"a\\\"@example.org",
                "nina@example.org\n",
                "5"
            })
    void anythingElseIsNone(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nina@example.org",
                "nina..new.@docomo.ne.jp",
                ".nina@ezweb.ne.jp",
                "müller@example.org",
                "o’brien@example.org",
                "鈴木@example.jp",
                "\"a b@c\"@example.org"
            })
    void mailsComeFromAddressesThatOsTicketsFormsRefuse(String address) {
        assertThat(EmailAddress.isOfMail(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nina",
                "@example.org",
                "nina@",
                "nina@localhost",
                "nina@example..org",
                "ni na@example.org",
                "ni\u00a0na@example.org",
                "ni\u200bna@example.org",
                "ni\u0085na@example.org",
                "a@example.org, b@example.org",
                "nina@@example.org",
                "\ud83d\ude00@example.org",
                "\"a\"b\"@example.org"
            })
    void whatIsNoAddressIsNoneOfAMailEither(String address) {
        assertThat(EmailAddress.isOfMail(address)).isFalse();
    }

    @Test
    void theDomainIsComparedInLowerCase() {
        assertThat(EmailAddress.domain("Nina@Example.ORG")).isEqualTo("example.org");
    }
}
