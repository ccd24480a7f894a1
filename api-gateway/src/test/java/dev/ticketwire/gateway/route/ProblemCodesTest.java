package dev.ticketwire.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.problem.ProblemCode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The OpenAPI documents name the codes of {@link ProblemCode}, all of them and no others. */
class ProblemCodesTest {
    /** Between services. */
    private static final Set<String> INTERNAL = codes(ProblemCode.COMMAND_NOT_FOUND, ProblemCode.IDENTITY_MISSING);
    /** On the operator's address alone. */
    private static final Set<String> OPERATORS = codes(
            ProblemCode.DEAD_LETTER_NOT_FOUND,
            ProblemCode.KEY_NOT_FOUND,
            ProblemCode.MAIL_NOT_FOUND,
            ProblemCode.MAIL_NOT_WAITING,
            ProblemCode.OPERATOR_TOKEN_MISSING,
            ProblemCode.OSTICKET_KEY,
            ProblemCode.SNAPSHOT_NOT_FOUND,
            ProblemCode.SNAPSHOT_RUNNING);

    @Test
    void theDocumentHasEveryCodeThatACallerMayGet() {
        Set<String> expected = codes(ProblemCode.values());
        expected.removeAll(INTERNAL);
        expected.removeAll(OPERATORS);

        assertThat(documented(ApiDocument.ROOT)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theOperatorsDocumentHasEveryCodeThatIsTheirsAlone() {
        Set<String> documented = documented(ApiDocument.load("operator.yaml"));

        assertThat(documented).containsAll(OPERATORS);
        assertThat(codes(ProblemCode.values())).containsAll(documented);
    }

    private static Set<String> documented(JsonNode document) {
        Set<String> codes = new HashSet<>(ApiDocument.strings(document.path("x-codes")));
        ApiDocument.entries(document)
                .forEach(entry ->
                        codes.addAll(ApiDocument.strings(entry.operation().path("x-codes"))));
        return codes;
    }

    private static Set<String> codes(ProblemCode... codes) {
        return Arrays.stream(codes).map(ProblemCode::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
