package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.junit.jupiter.api.Test;

/** A service that starts beside others takes partitions from them, whose commands wait until it can apply them. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class NewWorkerIT {

    @Inject
    BeforeConsumers before;

    @Test
    void theReferenceDataAreReadBeforeConsumersJoinTheirGroup() {
        assertThat(before.hadReference()).isTrue();
    }

    /** Looks right before SmallRye starts consumers. */
    @ApplicationScoped
    static class BeforeConsumers {
        private volatile boolean hadReference;

        void look(
                @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE - 1) StartupEvent event,
                ReferenceSnapshot snapshot) {
            hadReference = snapshot.isAvailable();
        }

        /** A method, because the bean is injected as a proxy. */
        boolean hadReference() {
            return hadReference;
        }
    }
}
