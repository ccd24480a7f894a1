package dev.ticketwire.mail.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;

/** A multipart with a given boundary; Angus makes one of the clock. */
final class FixedMultipart extends MimeMultipart {
    private final String subtype;

    FixedMultipart(String subtype, String boundary) {
        super(subtype);
        this.subtype = subtype;
        ContentType type = new ContentType("multipart", subtype, null);
        type.setParameter("boundary", boundary);
        contentType = type.toString();
    }

    /** Names the type of the first part, as RFC 2387 asks of related parts. */
    FixedMultipart startingWith(MimePart first) throws MessagingException {
        if (subtype.equals("related")) {
            ContentType type = new ContentType(contentType);
            type.setParameter("type", new ContentType(first.getContentType()).getBaseType());
            contentType = type.toString();
        }
        return this;
    }
}
