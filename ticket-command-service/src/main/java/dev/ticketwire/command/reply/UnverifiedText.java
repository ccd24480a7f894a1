package dev.ticketwire.command.reply;

import dev.ticketwire.osticket.body.Body;
import dev.ticketwire.osticket.body.TextBody;

/** The text of an unverified sender, headed by the claimed name and address. */
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
