package dev.ticketwire.webhook.seal;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Keys that encrypt what subscribers keep secret. */
@ConfigMapping(prefix = "ticketwire.webhooks")
interface SealSettings {
    /** 32 random bytes in base64 each. The first encrypts, all decrypt. There is no default. */
    Optional<List<String>> keys();
}
