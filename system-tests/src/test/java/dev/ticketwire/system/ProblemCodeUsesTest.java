package dev.ticketwire.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The compiled classes of all modules use every {@link ProblemCode}, and each operation documents those of its code.
 */
class ProblemCodeUsesTest {
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() throws IOException {
        List<Path> folders = DependencyRulesTest.modules()
                .map(module -> module.resolve("target/classes"))
                .toList();
        classes = new ClassFileImporter().importPaths(folders);
    }

    @Test
    void everyCodeIsUsed() {
        Set<String> declared =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet());

        assertThat(codes(any -> true)).containsExactlyInAnyOrderElementsOf(declared);
    }

    /** The gateway passes on what a read service answered, whose release may be another. */
    @Test
    void refusalsAreMadeOfCodesAndNotOfTexts() {
        Set<String> makers = classes.get(Refusal.class).getAccessesToSelf().stream()
                .filter(access -> access.getTarget().getName().equals("<init>"))
                .map(JavaAccess::getOriginOwner)
                .map(JavaClass::getName)
                .filter(maker -> !maker.startsWith(Refusal.class.getPackageName() + '.'))
                .collect(Collectors.toSet());

        assertThat(makers).containsExactly("dev.ticketwire.gateway.proxy.ServiceProblems");
    }

    /** As far as it can be told: by packages, and classes, that serve no other operation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev.ticketwire.command.create              | createTicket",
                "dev.ticketwire.gateway.command.OpenTicket  | createTicket",
                "dev.ticketwire.command.update              | updateTicket",
                "dev.ticketwire.gateway.command.UpdateTicket| updateTicket",
                "dev.ticketwire.command.delete              | deleteTicket",
                "dev.ticketwire.command.reply               | replyToTicket",
                "dev.ticketwire.gateway.command.PostReply   | replyToTicket",
                "dev.ticketwire.command.subticket.Link      | linkTicket",
                "dev.ticketwire.gateway.command.LinkTicket  | linkTicket",
                "dev.ticketwire.command.subticket.Unlink    | unlinkTicket",
                "dev.ticketwire.gateway.bulk                | writeMany",
                "dev.ticketwire.gateway.receipt             | getCommand",
                "dev.ticketwire.gateway.mail                | pluginReceiveMail",
                "dev.ticketwire.event.stream                | listEvents",
                "dev.ticketwire.gateway.stream              | listEvents",
                "dev.ticketwire.query.attachment            | downloadAttachment getAttachmentContent",
                "dev.ticketwire.query.search                | listTickets",
                "dev.ticketwire.query.ticket                | getTicket getThread",
                "dev.ticketwire.stats.report                | countTickets countByDay measureTimes",
                "dev.ticketwire.subticket.hierarchy         | getParent getChildren"
            })
    void anOperationDocumentsTheCodesOfItsClasses(String prefix, String operations) {
        Set<String> documented = new OpenApiDocument().codes(Set.of(operations.split(" ")));

        assertThat(codes(name -> name.startsWith(prefix))).isNotEmpty().isSubsetOf(documented);
    }

    private static Set<String> codes(Predicate<String> className) {
        return classes.stream()
                .filter(type -> className.test(type.getName()) && !type.isEquivalentTo(ProblemCode.class))
                .flatMap(ProblemCodeUsesTest::codes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> codes(JavaClass type) {
        return type.getFieldAccessesFromSelf().stream()
                .map(JavaFieldAccess::getTarget)
                .filter(field -> field.getOwner().isEquivalentTo(ProblemCode.class)
                        && field.getRawType().isEquivalentTo(ProblemCode.class))
                .map(field -> ProblemCode.valueOf(field.getName()).code());
    }
}
