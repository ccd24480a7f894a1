package dev.ticketwire.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Limits that are soon reached. */
public final class TestRequestLimits {
    private TestRequestLimits() {}

    /** At most 3 attachments of 100 bytes, and JSON of 8 levels. */
    public static RequestLimits tight() {
        return of(3, 100, 8);
    }

    static RequestLimits of(int attachments, long bytes, int depth) {
        return new RequestLimits(new BodyLimits() {
            @Override
            public MemorySize largest() {
                return new MemorySize(BigInteger.valueOf(1000));
            }

            @Override
            public MemorySize inFlight() {
                return largest();
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(1);
            }

            @Override
            public MemorySize slowest() {
                return largest();
            }

            @Override
            public MemorySize decodeAside() {
                return largest();
            }

            @Override
            public int mostAttachments() {
                return attachments;
            }

            @Override
            public MemorySize largestAttachment() {
                return new MemorySize(BigInteger.valueOf(bytes));
            }

            @Override
            public int jsonDepth() {
                return depth;
            }
        });
    }
}
