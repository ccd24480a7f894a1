package dev.ticketwire.gateway.mail;

import dev.ticketwire.contract.command.Attachment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts images where the HTML refers to them ({@code cid:}, RFC 2392), as data URIs. What it does not refer to stays an
 * attachment.
 */
final class InlineImages {
    private static final Pattern REFERENCE = Pattern.compile("(?i)cid:([^\"'\\s<>)]{1,1000})");

    private final Set<MailFile> used = new HashSet<>();
    private final Map<String, MailFile> images = new HashMap<>();
    private final List<MailFile> files;
    private final String html;

    /** @param room how many characters may be put in, so that an image that is referred to often fills no memory */
    InlineImages(String html, List<MailFile> files, long room) {
        this.files = files;
        for (MailFile file : files) {
            if (file.isImage() && !file.contentId().isEmpty()) {
                images.putIfAbsent(file.contentId(), file);
            }
        }
        this.html = images.isEmpty() ? html : replaced(html, room);
    }

    String html() {
        return html;
    }

    List<Attachment> others() {
        List<Attachment> others = new ArrayList<>();
        for (MailFile file : files) {
            if (!used.contains(file)) {
                others.add(file.attachment());
            }
        }
        return others;
    }

    private String replaced(String text, long room) {
        StringBuilder replaced = new StringBuilder(text.length());
        Matcher reference = REFERENCE.matcher(text);
        long left = room;
        int from = 0;
        while (reference.find()) {
            MailFile image = image(reference.group(1));
            if (image == null || left < size(image)) {
                continue;
            }
            left -= size(image);
            used.add(image);
            replaced.append(text, from, reference.start())
                    .append("data:")
                    .append(image.attachment().type())
                    .append(";base64,")
                    .append(Base64.getEncoder()
                            .encodeToString(image.attachment().data()));
            from = reference.end();
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private @Nullable MailFile image(String id) {
        MailFile image = images.get(id);
        if (image != null || id.indexOf('%') < 0) {
            return image;
        }
        try {
            return images.get(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static long size(MailFile image) {
        return image.attachment().data().length * 4L / 3;
    }
}
