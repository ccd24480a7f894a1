package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;

/**
 * A file of a mail.
 *
 * @param contentId what the text calls it, empty if nothing
 */
record MailFile(String contentId, Attachment attachment) {
    boolean isImage() {
        String type = String.valueOf(attachment.type());
        // An SVG can hold scripts: never a part of the text.
        return type.startsWith("image/") && !type.contains("svg") && attachment.problem() == null;
    }
}
