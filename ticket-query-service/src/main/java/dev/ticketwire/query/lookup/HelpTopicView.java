package dev.ticketwire.query.lookup;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A help topic.
 *
 * @param path names from the top, {@code A / B}
 * @param parentId null, as every other id here, if there is no such row
 * @param fields that a request under this topic may answer
 */
record HelpTopicView(
        int id,
        String name,
        String path,
        @Nullable Integer parentId,
        Defaults defaults,
        boolean isActive,
        boolean isPublic,
        ListView<FormFieldView> fields)
        implements View {

    /** What the topic gives to a ticket. */
    record Defaults(
            @Nullable Integer departmentId,
            @Nullable Integer priorityId,
            @Nullable Integer serviceLevelId,
            @Nullable Integer statusId) {}

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", id).field("name", name).field("path", path);
        out.nullableField("parentId", parentId);
        out.nullableField("departmentId", defaults.departmentId);
        out.nullableField("priorityId", defaults.priorityId);
        out.nullableField("slaId", defaults.serviceLevelId);
        out.nullableField("statusId", defaults.statusId);
        out.field("isActive", isActive).field("isPublic", isPublic);
        fields.writeTo(out.field("fields"));
        out.end();
    }
}
