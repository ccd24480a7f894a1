package dev.ticketwire.system;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the suite once. Where a tool is missing, it says which test did not run; where {@code CI=true}, that fails.
 */
final class RunningSuiteExtension implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = RunningSuite.missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("everything is there");
        }
        String reason = context.getDisplayName() + " did not run, it needs " + String.join(", ", missing);
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(reason);
        }
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Started.class, key -> new Started(), Started.class)
                .suite();
    }

    /** One try for all tests; the root's store closes it when the last one has run. */
    private static final class Started implements AutoCloseable {
        private @Nullable RunningSuite suite;
        private @Nullable Exception failure;

        Started() {
            try {
                suite = RunningSuite.start();
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
        }

        RunningSuite suite() {
            if (suite == null) {
                throw new IllegalStateException("the suite did not start", failure);
            }
            return suite;
        }

        @Override
        public void close() throws InterruptedException {
            if (suite != null) {
                suite.close();
            }
        }
    }
}
