package dev.ticketwire.gateway.route;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Target;
import dev.ticketwire.gateway.proxy.PhpPaths;
import jakarta.inject.Singleton;

/** What is not ours may be osTicket's own. */
@Singleton
class PhpTargets {
    private static final Refusal OF_PHP = Refusal.of(
            ProblemCode.BELONGS_TO_PHP,
            "This path belongs to osTicket's PHP, not to Ticketwire. The settings ticketwire.php.url and"
                    + " ticketwire.php.paths pass it on");
    private static final Refusal HIDDEN_DOTS = Refusal.of(ProblemCode.INVALID_URL, "Invalid URL format");

    private final PhpPaths paths;

    PhpTargets(PhpPaths paths) {
        this.paths = paths;
    }

    /** @param target what {@code path} is of ours, which goes first */
    Target of(String path, Target target) {
        if (target.operation() != null || target.allow() != null || RawPath.isAmbiguous(path)) {
            return target;
        }
        if (paths.isPassedOn(path)) {
            return RawPath.hidesDots(path)
                    ? Target.wrong(null, target.legacy(), HIDDEN_DOTS)
                    : Target.of(Operation.PHP, target.legacy(), path, "json");
        }
        return PhpPaths.isPhps(path) ? Target.wrong(null, target.legacy(), OF_PHP) : target;
    }
}
