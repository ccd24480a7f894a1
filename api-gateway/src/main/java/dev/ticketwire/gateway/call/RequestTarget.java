package dev.ticketwire.gateway.call;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operation that method and path ask for, with its argument.
 *
 * @param operation null if there is none
 * @param legacy whether the path is one of the plugin's; its errors take the plugin's shape, others are problems
 * @param argument ticket number, file id, receipt, or name of a look-up or report, percent-decoded; empty if the
 *     operation takes none
 * @param suffix {@code json}, {@code xml} or {@code email}; {@code json} where the path has none
 * @param error the refusal for a wrong path or method, null if both are right
 * @param allow methods for a 405 or an OPTIONS on a short path, null on legacy paths
 */
public record RequestTarget(
        @Nullable Operation operation,
        boolean legacy,
        String argument,
        String suffix,
        @Nullable Refusal error,
        @Nullable String allow) {

    public static RequestTarget of(Operation operation, boolean legacy, String argument, String suffix) {
        return new RequestTarget(operation, legacy, argument, suffix, null, null);
    }

    /** A short path on which OPTIONS was used, or a method that it does not take. */
    public static RequestTarget methods(@Nullable Operation operation, String allow, @Nullable Refusal error) {
        return new RequestTarget(operation, false, "", "json", error, allow);
    }

    public static RequestTarget invalid(@Nullable Operation operation, boolean legacy, Refusal error) {
        return new RequestTarget(operation, legacy, "", "json", error, null);
    }

    /**
     * The operation.
     *
     * @throws NullPointerException if there is none
     */
    public Operation known() {
        return Objects.requireNonNull(operation, "no operation");
    }

    /**
     * Checks the ticket number where the plugin does so before it checks the key.
     *
     * @throws Refused if the number is 0 and the operation is one of these
     */
    public void checkArgument() {
        String text = operation == null ? null : operation.zeroRefused();
        if (text != null && argument.equals("0")) {
            throw Refused.of(ProblemCode.INVALID_TICKET_NUMBER, text);
        }
    }

    /** Whether it is a create on one of the plugin's paths, where most errors are plain text. */
    public boolean isLegacyCreate() {
        return legacy && operation == Operation.CREATE;
    }

    /** Whether the body is a raw mail. */
    public boolean isMail() {
        return isLegacyCreate() && suffix.equals("email");
    }

    /** For metrics and logs. */
    public String tag() {
        return operation == null ? "none" : operation.tag();
    }
}
