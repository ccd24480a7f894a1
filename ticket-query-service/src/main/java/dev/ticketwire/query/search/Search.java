package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.format.PhpNumber;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceFinder;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.NextLink;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page of tickets shall hold. Filters combine with AND.
 *
 * @param subject part of the subject, null for any
 * @param statusId null for any; an id that does not exist finds nothing
 * @param departmentId null for any, as {@code statusId}
 * @param requesters addresses that the owner has to have, all of them; none for any
 * @param userId of the owner, null for any; one that nobody has finds nothing
 * @param number of the ticket, as the database compares it; null for any
 * @param visible whose tickets the caller may see
 * @param limit 1–100
 * @param offset 0 or more
 * @param ignored names of parameters that mean nothing
 */
record Search(
        @Nullable String subject,
        @Nullable Long statusId,
        @Nullable Long departmentId,
        List<String> requesters,
        @Nullable Long userId,
        @Nullable String number,
        Departments visible,
        long limit,
        long offset,
        Sort sort,
        List<String> ignored) {
    private static final Set<String> KNOWN = Set.of(
            "query",
            "q",
            "status",
            "department",
            "departmentId",
            "email",
            "requester",
            "userId",
            "number",
            "limit",
            "offset",
            "sort");
    /** Finds nothing: no row has this id. */
    private static final long NOBODY = RowId.NONE;

    static Search of(@Nullable String queryString, Departments visible, Reference reference) {
        QueryString query = QueryString.parse(queryString, KNOWN);
        return new Search(
                query.first("query", "q"),
                status(query.get("status"), reference),
                department(query.first("department", "departmentId"), reference),
                Stream.of("email", "requester")
                        .map(query::get)
                        .filter(Objects::nonNull)
                        .map(sent -> NamedAddress.of(sent).address())
                        .toList(),
                user(query.get("userId")),
                query.get("number"),
                visible,
                limit(query.get("limit")),
                offset(query.get("offset")),
                Sort.of(query.get("sort")),
                query.ignored());
    }

    /** The value of a {@code Link} header that leads to the page after this one. @param query as sent */
    String next(@Nullable String query) {
        return NextLink.to("/tickets/search", query, "offset", Long.toString(offset + limit));
    }

    private static @Nullable Long status(@Nullable String text, Reference reference) {
        if (text == null) {
            return null;
        }
        Integer id = RowId.ofNumber(text);
        TicketStatus status = id == null ? new ReferenceFinder(reference).status(text) : null;
        return id != null ? id : status == null ? NOBODY : status.id;
    }

    private static @Nullable Long department(@Nullable String text, Reference reference) {
        if (text == null) {
            return null;
        }
        Integer id = RowId.ofNumber(text);
        Department department = id == null ? new ReferenceFinder(reference).departmentByPath(text) : null;
        return id != null ? id : department == null ? NOBODY : department.id;
    }

    private static @Nullable Long user(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Integer id = RowId.ofNumber(text);
        return id == null || id < 1 ? NOBODY : id;
    }

    private static long limit(@Nullable String text) {
        long limit = text == null ? 0 : PhpNumber.leading(text);
        return limit < 1 ? 20 : Math.min(limit, 100);
    }

    private static long offset(@Nullable String text) {
        return text == null ? 0 : Math.max(0, PhpNumber.leading(text));
    }
}
