package dev.ticketwire.osticket.html;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The help desk's settings for bodies.
 *
 * @param richText {@code enable_richtext}: whether HTML is stored; if not, it becomes plain text
 * @param frameHosts {@code embedded_domain_whitelist}: hosts whose pages may be embedded as an iframe, lower case
 */
public record BodySettings(boolean richText, Set<String> frameHosts) {
    public BodySettings {
        frameHosts = Set.copyOf(frameHosts);
    }

    /**
     * @param domains the value of {@code embedded_domain_whitelist}, e.g. {@code youtube.com, vimeo.com}; empty allows
     *     no frames
     */
    public static BodySettings of(boolean richText, String domains) {
        return new BodySettings(
                richText,
                Arrays.stream(domains.split(","))
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .filter(domain -> !domain.isEmpty())
                        .collect(Collectors.toSet()));
    }
}
