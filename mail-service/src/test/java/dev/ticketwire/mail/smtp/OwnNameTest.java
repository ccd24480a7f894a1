package dev.ticketwire.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNameTest {
    @ParameterizedTest
    @CsvSource({
        "mail.example.com, 10.0.0.5, mail.example.com",
        "mail-service-7d9f, 10.0.0.5, [10.0.0.5]",
        "10.0.0.5, 10.0.0.5, [10.0.0.5]",
        "mail_1.example.com, 10.0.0.5, [10.0.0.5]",
        "pod, fd00::5, [IPv6:fd00:0:0:0:0:0:0:5]"
    })
    void aNameWithoutADomainIsReplacedByTheAddress(String name, String address, String greeting) throws Exception {
        InetAddress machine =
                InetAddress.getByAddress(name, InetAddress.getByName(address).getAddress());

        assertThat(OwnName.of(machine)).isEqualTo(greeting);
    }
}
