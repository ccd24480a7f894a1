package dev.ticketwire.command.reply;

import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.TextBody;

/** What somebody unknown wrote, headed by who it claims to be: the name and the whole address. */
final class UnverifiedText {
    static final String TITLE = "Unverified sender";

    private UnverifiedText() {}

    /** @param sender {@code Name <address>} */
    static Body of(Body written, String sender) {
        String line = TextBody.clean(sender.replaceAll("\\s+", " "));
        String headed =
                written.isBalanced() ? "<div>" + line + "</div>" + written.stored() : line + "\n\n" + written.stored();
        return new Body(headed, written.format(), written.images(), written.shown(), written.searchText());
    }
}
