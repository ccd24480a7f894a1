package dev.ticketwire.command.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class MailDomainVerifierTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final MailDomainVerifier domains = new MailDomainVerifier(domain -> {
        asked.add(domain);
        return switch (domain) {
            case "here.example" -> Optional.of(true);
            case "gone.example" -> Optional.of(false);
            case "broken.example" -> throw new IllegalStateException("no answer");
            default -> Optional.empty();
        };
    });

    @Test
    void onlyADomainThatIsKnownToBeMissingIsMissing() {
        Predicate<String> exists = domains.of(List.of(
                "a@here.example", "a@gone.example", "a@slow.example", "a@broken.example", "a@[192.0.2.1]", "nonsense"));

        assertThat(exists.test("a@GONE.example")).isFalse();
        assertThat(List.of("a@here.example", "a@slow.example", "a@broken.example", "a@[192.0.2.1]"))
                .allMatch(exists);
    }

    @Test
    void aDomainIsAskedForOnce() {
        domains.of(List.of("a@gone.example", "b@Gone.example"));

        Predicate<String> exists = domains.of(List.of("c@gone.example"));

        assertThat(exists.test("c@gone.example")).isFalse();
        assertThat(asked).containsExactly("gone.example");
    }
}
