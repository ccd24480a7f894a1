package dev.ticketwire.gateway.route;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.proxy.PhpPaths;
import jakarta.inject.Singleton;

/** Recognizes the paths of osTicket's own PHP among those that are not in the route table. */
@Singleton
class PhpRoutes {
    private static final Refusal BELONGS_TO_PHP = Refusal.of(
            ProblemCode.BELONGS_TO_PHP,
            "This path belongs to osTicket's PHP, not to Ticketwire. The settings ticketwire.php.url and"
                    + " ticketwire.php.paths pass it on");
    private static final Refusal HIDDEN_DOTS = Refusal.of(ProblemCode.INVALID_URL, "Invalid URL format");

    private final PhpPaths paths;

    PhpRoutes(PhpPaths paths) {
        this.paths = paths;
    }

    /** @param target of the route table, which takes precedence */
    RequestTarget match(String path, RequestTarget target) {
        if (target.operation() != null || target.allow() != null || RawPath.isAmbiguous(path)) {
            return target;
        }
        if (paths.isForwarded(path)) {
            return RawPath.hidesDots(path)
                    ? RequestTarget.invalid(null, target.legacy(), HIDDEN_DOTS)
                    : RequestTarget.of(Operation.PHP, target.legacy(), path, "json");
        }
        return PhpPaths.belongsToOsTicket(path) ? RequestTarget.invalid(null, target.legacy(), BELONGS_TO_PHP) : target;
    }
}
