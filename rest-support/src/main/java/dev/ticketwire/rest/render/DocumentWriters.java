package dev.ticketwire.rest.render;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses between JSON and XML. */
public final class DocumentWriters {
    private DocumentWriters() {}

    /** A writer of this type: XML, or else JSON. */
    public static DocumentWriter ofType(@Nullable MediaType mediaType) {
        return mediaType != null
                        && MediaType.APPLICATION_XML_TYPE.isCompatible(mediaType)
                        && !mediaType.isWildcardType()
                ? new XmlWriter()
                : new JsonWriter();
    }

    /**
     * A writer of the type that the request prefers; JSON at a tie, or if it accepts neither. For resources that need
     * the document before the response; the others return a {@link View}.
     */
    public static DocumentWriter negotiated(Request request) {
        List<Variant> variants = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.APPLICATION_XML_TYPE)
                .build();
        Variant variant = request.selectVariant(variants);
        return ofType(variant == null ? null : variant.getMediaType());
    }
}
