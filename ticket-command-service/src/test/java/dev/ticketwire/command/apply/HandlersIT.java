package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.Command;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class HandlersIT {
    @Any
    @Inject
    Instance<Handler<?>> handlers;

    @Test
    void everyKindOfCommandHasOneHandler() {
        List<String> handled =
                handlers.stream().map(handler -> handler.kind().getSimpleName()).toList();

        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }
}
