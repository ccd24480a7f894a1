package dev.ticketwire.gateway.call;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a path means.
 *
 * @param operation null if it means nothing the gateway knows
 * @param legacy whether errors take the plugin's shape; else they are problems
 * @param argument ticket number, file id, receipt, or which look-up or report, percent-decoded; empty if the operation
 *     takes none
 * @param suffix {@code json}, {@code xml} or {@code email}; {@code json} where the path has none
 * @param wrong what is wrong with it, null if nothing: path, then method
 * @param allow methods for a 405 or an OPTIONS on a short path, null on legacy paths
 */
public record RequestTarget(
        @Nullable Operation operation,
        boolean legacy,
        String argument,
        String suffix,
        @Nullable Refusal wrong,
        @Nullable String allow) {

    public static RequestTarget of(Operation operation, boolean legacy, String argument, String suffix) {
        return new RequestTarget(operation, legacy, argument, suffix, null, null);
    }

    /** A short path whose methods are asked for, or were not heeded. */
    public static RequestTarget methods(@Nullable Operation operation, String allow, @Nullable Refusal wrong) {
        return new RequestTarget(operation, false, "", "json", wrong, allow);
    }

    public static RequestTarget wrong(@Nullable Operation operation, boolean legacy, Refusal refusal) {
        return new RequestTarget(operation, legacy, "", "json", refusal, null);
    }

    /**
     * What is to be done.
     *
     * @throws NullPointerException if it is nothing the gateway knows
     */
    public Operation known() {
        return Objects.requireNonNull(operation, "no operation");
    }

    /**
     * Refuses ticket number 0 where the plugin does so before it looks at the key.
     *
     * @throws Refused if it is such an operation, and the number 0
     */
    public void checkArgument() {
        String text = operation == null ? null : operation.zeroRefused();
        if (text != null && argument.equals("0")) {
            throw Refused.of(ProblemCode.INVALID_TICKET_NUMBER, text);
        }
    }

    /** Whether it is a create on one of the plugin's paths, where most errors are bare text. */
    public boolean isLegacyCreate() {
        return legacy && operation == Operation.CREATE;
    }

    /** Whether the body is a mail as it came over the wire. */
    public boolean isMail() {
        return isLegacyCreate() && suffix.equals("email");
    }

    /** For metrics and logs. */
    public String tag() {
        return operation == null ? "none" : operation.tag();
    }
}
