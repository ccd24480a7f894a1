package dev.ticketwire.gateway.route;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.proxy.PhpPaths;
import jakarta.inject.Singleton;

/** What is not ours may be osTicket's own. */
@Singleton
class PhpRoutes {
    private static final Refusal OF_PHP = Refusal.of(
            ProblemCode.BELONGS_TO_PHP,
            "This path belongs to osTicket's PHP, not to Ticketwire. The settings ticketwire.php.url and"
                    + " ticketwire.php.paths pass it on");
    private static final Refusal HIDDEN_DOTS = Refusal.of(ProblemCode.INVALID_URL, "Invalid URL format");

    private final PhpPaths paths;

    PhpRoutes(PhpPaths paths) {
        this.paths = paths;
    }

    /** @param target what {@code path} is of ours, which goes first */
    RequestTarget of(String path, RequestTarget target) {
        if (target.operation() != null || target.allow() != null || RawPath.isAmbiguous(path)) {
            return target;
        }
        if (paths.isPassedOn(path)) {
            return RawPath.hidesDots(path)
                    ? RequestTarget.wrong(null, target.legacy(), HIDDEN_DOTS)
                    : RequestTarget.of(Operation.PHP, target.legacy(), path, "json");
        }
        return PhpPaths.isPhps(path) ? RequestTarget.wrong(null, target.legacy(), OF_PHP) : target;
    }
}
