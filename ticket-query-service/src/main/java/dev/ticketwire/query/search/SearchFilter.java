package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.format.PhpNumber;
import dev.ticketwire.osticket.format.RowId;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceFinder;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.TicketStatus;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a search, combined with AND.
 *
 * @param subject part of the subject, null for any
 * @param statusId null for any; an id that does not exist finds nothing
 * @param departmentId null for any; an id that does not exist finds nothing
 * @param requesters addresses that the owner must have, all of them; empty for any
 * @param userId of the owner, null for any; an id that does not exist finds nothing
 * @param number of the ticket, compared by the column's collation; null for any
 * @param visible the departments whose tickets the caller may see
 */
record SearchFilter(
        @Nullable String subject,
        @Nullable Long statusId,
        @Nullable Long departmentId,
        List<String> requesters,
        @Nullable Long userId,
        @Nullable String number,
        Departments visible) {

    /** Whether every ticket matches. */
    boolean isEmpty() {
        return subject == null
                && statusId == null
                && departmentId == null
                && requesters.isEmpty()
                && userId == null
                && number == null
                && visible.areAll();
    }

    static SearchFilter parse(LenientQuery query, Departments visible, Reference reference) {
        ReferenceFinder find = new ReferenceFinder(reference);
        List<String> requesters = Stream.of("email", "requester")
                .map(query::get)
                .filter(Objects::nonNull)
                .map(sent -> NamedAddress.of(sent).address())
                .toList();
        return new SearchFilter(
                query.first("query", "q"),
                idOrName(query.get("status"), name -> id(find.status(name))),
                idOrName(query.first("department", "departmentId"), name -> id(find.departmentByPath(name))),
                requesters,
                user(query.get("userId")),
                query.get("number"),
                visible);
    }

    /**
     * The plugin's search drops the fraction of an id: {@code 1.9} is 1.
     *
     * @param findByName returns null if there is no such name
     */
    private static @Nullable Long idOrName(@Nullable String text, Function<String, @Nullable Integer> findByName) {
        if (text == null) {
            return null;
        }
        if (PhpNumber.isNumeric(text)) {
            return PhpNumber.leading(text);
        }
        Integer found = findByName.apply(text);
        return (long) (found == null ? RowId.NONE : found);
    }

    private static @Nullable Integer id(@Nullable TicketStatus status) {
        return status == null ? null : status.id;
    }

    private static @Nullable Integer id(@Nullable Department department) {
        return department == null ? null : department.id;
    }

    private static @Nullable Long user(@Nullable String text) {
        if (text == null) {
            return null;
        }
        long id = PhpNumber.isNumeric(text) ? PhpNumber.leading(text) : RowId.NONE;
        return id < 1 ? RowId.NONE : id;
    }
}
