package dev.ticketwire.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.ReceiveMail.Address;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Pat O'Neill <pat.o'neill@example.org> | Pat O'Neill | pat.o'neill@example.org",
                "pat.o'neill@example.org | `` | pat.o'neill@example.org",
                "Ann <ann&bob/sales=x{1}~#!$%^?*@example.org> | Ann | ann&bob/sales=x{1}~#!$%^?*@example.org",
                "\"New, Nina\" <nina@example.org> | New, Nina | nina@example.org",
                "\"john doe\"@example.org | `` | \"john doe\"@example.org",
                "John <\"john, doe\"@example.org> | John | \"john, doe\"@example.org",
                "\"a\\\"b\" <n@x.org> | a\"b | n@x.org",
                "john@example.org (John) | John | john@example.org",
                "John (the (very) great) <john@example.org> | John | john@example.org",
                "john(a)@(b)example.org | a | john@example.org",
                "=?utf-8?Q?J=C3=B6?= <j@example.org> | Jö | j@example.org",
                "\"=?utf-8?Q?J=C3=B6?=\" <j@example.org> | Jö | j@example.org",
                "Jörg=?utf-8?Q?_M=C3=BCller?= <j@example.org> | Jörg Müller | j@example.org",
                "=?utf-8?Q?Doe,_Jane_=28IT=29?= <j@example.org> | Doe, Jane (IT) | j@example.org",
                "=?utf-8?B?SsO?= =?utf-8?B?tg==?= <j@example.org> | Jö | j@example.org",
                "j@example.org (=?utf-8?Q?J=C3=B6?=) | Jö | j@example.org",
                "=?utf-8?Q?Nina_=3Cnina=40example.org=3E?= | Nina | nina@example.org",
                "Jörg <jörg@bücher.example> | Jörg | jörg@xn--bcher-kva.example",
                "Nina: Sales <nina@example.org> | Nina: Sales | nina@example.org",
                "Team: nina@example.org; | `` | nina@example.org",
                "nina@example.org <nina@example.org> | nina@example.org | nina@example.org",
                "'nina@example.org' <nina@example.org> | 'nina@example.org' | nina@example.org",
                "<'nina@example.org'> | `` | nina@example.org",
                "Nina nina@example.org | Nina | nina@example.org",
                "\"Nina\" nina@example.org | Nina | nina@example.org",
                "nina @ example.org | `` | nina@example.org",
                "< nina @ example . org > | `` | nina@example.org",
                "<<nina@example.org>> | `` | nina@example.org",
                "<nina@example.org | `` | nina@example.org",
                "nina@example.org> | `` | nina@example.org",
                "\"Nina <nina@example.org> | Nina | nina@example.org",
                "Nina (IT <nina@example.org> | Nina (IT | nina@example.org",
                "Nina <mailto:nina@example.org> | Nina | nina@example.org",
                "mailto:nina@example.org | `` | nina@example.org",
                "<@relay.example,@b.example:nina@example.org> | `` | nina@example.org",
                "Nina [IT] <nina@example.org> | Nina [IT] | nina@example.org",
                "nina@[192.0.2.1] | `` | nina@[192.0.2.1]",
                "nina@[IPv6:2001:db8::1] | `` | nina@[IPv6:2001:db8::1]",
                "Nina <nina@example.org.> | Nina | nina@example.org",
                "Nina <nina@example.org> (Sales) | Nina | nina@example.org",
                "N.N. <n..n.@docomo.example> | N.N. | n..n.@docomo.example",
            })
    void aMailboxIsReadAsItIsWritten(String header, String name, String email) {
        assertThat(AddressListParser.parse(header)).containsExactly(new Address(name, email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "<>",
                "\"victim@example.org\" <>",
                "(victim@example.org)",
                "=?utf-8?Q?victim=40example.org?= <>",
                "undisclosed-recipients:;",
                "\"victim@example.org\"",
                "Nina <nina new@example.org>",
                "@example.org",
                "nina@",
                "a@b@c.example"
            })
    void whatIsQuotedOrEncodedOrNoAddressIsNobody(String header) {
        assertThat(AddressListParser.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example, c'd@e.example",
                "a@b.example; c'd@e.example;",
                "A <a@b.example>,, \"x, y\" <c'd@e.example>,",
                "Team: a@b.example, C <c'd@e.example>;",
                "Team: a@b.example;, Other: c'd@e.example;",
                "A <a@b.example> C <c'd@e.example>",
                "A <a@b.example, C <c'd@e.example",
                "nobody, a@b.example, (x@y.example) c'd@e.example"
            })
    void eachMailboxOfAListIsRead(String header) {
        assertThat(AddressListParser.parse(header))
                .extracting(Address::email)
                .containsExactly("a@b.example", "c'd@e.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c,",
                "(",
                "\"",
                "<",
                "<a",
                "<\"\\\"",
                "a ",
                "G:",
                "a@ ",
                "a@b. ",
                "x ;",
                "=?utf-8?Q?a?= ",
                "=?utf-8?Q?",
                "=?",
                "a.",
                "[",
                "@a:",
                "\\"
            })
    void aHeaderMadeToBeSlowIsNot(String piece) {
        String header = piece.repeat(256 * 1024 / piece.length()) + "?= ;";

        long start = System.nanoTime();

        assertThat(AddressListParser.parse(header)).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aNameHasNoControlCharacters() {
        assertThat(AddressListParser.parse("\"Ni\u0000na\" <n@x.org>")).containsExactly(new Address("Nina", "n@x.org"));
    }
}
