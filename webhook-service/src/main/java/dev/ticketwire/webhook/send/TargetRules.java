package dev.ticketwire.webhook.send;

import dev.ticketwire.contract.problem.Refused;
import java.net.URI;
import java.util.Map;

/** What a subscriber may ask to be sent where. The same rules hold again when it is sent. */
public interface TargetRules {
    /**
     * Checks scheme, port, host and the addresses behind the name. Blocks.
     *
     * @throws Refused 400 naming {@code url}; the same text for every kind of address that may not be called
     */
    URI checkedUrl(String url);

    /** @throws Refused 400 naming {@code headers} for hop-by-hop headers, {@code Host}, those of the signature, and invalid ones */
    Map<String, String> checkedHeaders(Map<String, String> headers);
}
