package dev.ticketwire.gateway.mail;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;

/** A reader with limits that are soon reached. */
public final class TestMails {
    private TestMails() {}

    /** At most 5 levels of parts, 50 boundaries and headers of 4,000 bytes. */
    public static MailReader reader() {
        return reader(5, 4000);
    }

    /** @param headers longest, in bytes */
    static MailReader reader(int depth, int headers) {
        return new MailReader(new MailLimits() {
            @Override
            public int depth() {
                return depth;
            }

            @Override
            public int boundaries() {
                return 50;
            }

            @Override
            public MemorySize headers() {
                return new MemorySize(BigInteger.valueOf(headers));
            }
        });
    }
}
