package dev.ticketwire.system;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Starts the suite once, or takes the {@link ExistingSuite}. Where something is missing, it says which test did not run;
 * where {@code CI=true} and a tool is missing, that fails.
 */
final class RunningSuiteExtension implements ExecutionCondition, ParameterResolver, InvocationInterceptor {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = ExistingSuite.named().isPresent() ? List.of() : StartedSuite.missing();
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

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        return told(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        told(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return told(invocation, context);
    }

    private static <T> T told(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        try {
            return invocation.proceed();
        } catch (TestAbortedException e) {
            System.out.println(context.getRequiredTestClass().getSimpleName()
                    + context.getTestMethod()
                            .map(method -> "." + method.getName())
                            .orElse("")
                    + " did not run: " + e.getMessage());
            throw e;
        }
    }

    /** One try for all tests; the root's store closes it when the last one has run. */
    private static final class Started implements AutoCloseable {
        private @Nullable RunningSuite suite;
        private @Nullable Exception failure;

        Started() {
            try {
                Optional<RunningSuite> existing = ExistingSuite.named();
                suite = existing.isPresent() ? existing.get() : StartedSuite.start();
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
