package dev.ticketwire.gateway.mail;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a mail is looked at. Its attachments are bounded as those of any request: {@code ticketwire.body}. */
@ConfigMapping(prefix = "ticketwire.mail")
interface MailLimits {
    /** How deep parts may be nested, 1–100. Past it 413. */
    @WithDefault("20")
    int depth();

    /** Most lines that could part one part from the next, 1–1000000. Past it 413, before any of them is looked at. */
    @WithDefault("20000")
    int boundaries();

    /** Longest header block, in bytes. Past it 413. */
    @WithDefault("256K")
    MemorySize headers();
}
