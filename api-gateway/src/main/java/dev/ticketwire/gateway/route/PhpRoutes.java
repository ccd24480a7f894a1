package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Refused;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.proxy.PhpPaths;
import jakarta.inject.Singleton;

/** What is not ours may be osTicket's own. */
@Singleton
class PhpRoutes {
    private static final Refused OF_PHP = Refused.of(
            404,
            "belongs-to-php",
            "This path belongs to osTicket's PHP, not to Ticketwire. The settings ticketwire.php.url and"
                    + " ticketwire.php.paths pass it on");
    private static final Refused HIDDEN_DOTS = Refused.of(400, "invalid-url", "Invalid URL format");

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
