package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.Named;
import dev.ticketwire.osticket.person.NamedAddress;
import dev.ticketwire.osticket.reference.Reference;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
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
    /** No row has this id. */
    private static final long NOT_FOUND = -1;

    static SearchFilter parse(LenientQuery query, Departments visible, Reference reference) {
        List<String> requesters = Stream.of("email", "requester")
                .map(query::get)
                .filter(Objects::nonNull)
                .map(sent -> NamedAddress.of(sent).address())
                .toList();
        return new SearchFilter(
                query.first("query", "q"),
                status(query.get("status"), reference),
                department(query.first("department", "departmentId"), reference),
                requesters,
                user(query.get("userId")),
                query.get("number"),
                visible);
    }

    private static @Nullable Long status(@Nullable String idOrName, Reference reference) {
        if (idOrName == null) {
            return null;
        }
        OptionalLong id = PhpNumber.whole(idOrName);
        return id.isPresent() ? id.getAsLong() : orNotFound(Named.status(idOrName, reference));
    }

    private static @Nullable Long department(@Nullable String idOrName, Reference reference) {
        if (idOrName == null) {
            return null;
        }
        OptionalLong id = PhpNumber.whole(idOrName);
        return id.isPresent() ? id.getAsLong() : orNotFound(Named.department(idOrName, reference));
    }

    private static @Nullable Long user(@Nullable String text) {
        if (text == null) {
            return null;
        }
        long id = PhpNumber.whole(text).orElse(NOT_FOUND);
        return id < 1 ? NOT_FOUND : id;
    }

    private static long orNotFound(@Nullable Integer id) {
        return id == null ? NOT_FOUND : id;
    }
}
