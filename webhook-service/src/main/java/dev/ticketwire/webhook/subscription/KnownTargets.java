package dev.ticketwire.webhook.subscription;

import dev.ticketwire.webhook.send.TargetRules;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Rules that look each address up once, so that it can be done before a transaction. */
final class KnownTargets implements TargetRules {
    private final TargetRules rules;
    private final Map<String, URI> checked = new HashMap<>();

    KnownTargets(TargetRules rules) {
        this.rules = rules;
    }

    @Override
    public URI checkedUrl(String url) {
        return checked.computeIfAbsent(url, rules::checkedUrl);
    }

    @Override
    public Map<String, String> checkedHeaders(Map<String, String> headers) {
        return rules.checkedHeaders(headers);
    }
}
