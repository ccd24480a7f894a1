package dev.ticketwire.query.lookup;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A department.
 *
 * @param path names from the top, {@code A / B}
 * @param parentId null, as every other id here, if there is no such row
 */
record DepartmentView(
        int id,
        String name,
        String path,
        @Nullable Integer parentId,
        @Nullable Integer managerId,
        @Nullable Integer serviceLevelId,
        boolean isActive,
        boolean isPublic)
        implements View {

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", id).field("name", name).field("path", path);
        out.nullableField("parentId", parentId).nullableField("managerId", managerId);
        out.nullableField("slaId", serviceLevelId);
        out.field("isActive", isActive).field("isPublic", isPublic).end();
    }
}
