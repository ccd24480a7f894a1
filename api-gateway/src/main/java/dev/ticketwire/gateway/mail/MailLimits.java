package dev.ticketwire.gateway.mail;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits on the structure of a mail. Its attachments have those of any request: {@code ticketwire.body}. */
@ConfigMapping(prefix = "ticketwire.mail")
interface MailLimits {
    /** Deepest nesting of parts, 1–100. Deeper: 413. */
    @WithDefault("20")
    int depth();

    /** Most lines that could be a boundary, 1–1000000. More: 413, before any part is parsed. */
    @WithDefault("20000")
    int boundaries();

    /** Longest header block, in bytes. Longer: 413; in an attached mail or another part it is not parsed. */
    @WithDefault("256K")
    MemorySize headers();
}
