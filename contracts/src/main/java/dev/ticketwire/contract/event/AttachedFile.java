package dev.ticketwire.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to an entry. Members that are null are left out of the JSON: the file is gone already.
 *
 * @param id of the attachment, as in the API
 * @param size in bytes
 * @param type media type, as stored
 * @param inline whether the body shows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachedFile(
        long id,
        @Nullable String name,
        @Nullable Long size,
        @Nullable String type,
        boolean inline) {}
