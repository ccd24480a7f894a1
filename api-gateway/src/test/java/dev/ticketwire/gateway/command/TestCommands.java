package dev.ticketwire.gateway.command;

import dev.ticketwire.gateway.body.TestRequestLimits;
import dev.ticketwire.gateway.mail.TestMails;

/** A reader with guards that are soon reached. */
public final class TestCommands {
    private TestCommands() {}

    public static CommandReader reader() {
        return new CommandReader(TestRequestLimits.tight(), TestMails.reader(), new IgnoredFields(() -> null));
    }
}
