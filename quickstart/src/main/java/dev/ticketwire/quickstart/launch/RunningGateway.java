package dev.ticketwire.quickstart.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway of the suite that runs in this folder. */
record RunningGateway(SuiteHome home) {
    private static final Pattern ADDRESS = Pattern.compile("(?m)^GATEWAY_URL='([^']*)'$");

    /** @throws UserError if the suite is not running here */
    URI address() {
        try {
            Matcher matcher =
                    ADDRESS.matcher(Files.exists(home.environment()) ? Files.readString(home.environment()) : "");
            if (!matcher.find()) {
                throw new UserError(
                        "Ticketwire is not running here: ./ticketwire up starts it, --url names another one.");
            }
            return URI.create(matcher.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home.environment(), e);
        }
    }

    /** @throws UserError if it is not the demo help desk, whose key is public */
    String demoKey() {
        if (!EmbeddedHelpDesk.isDemo(home)) {
            throw new UserError("--key is needed: an API key of this help desk that may read tickets.");
        }
        return WelcomeMessage.DEMO_KEY;
    }
}
