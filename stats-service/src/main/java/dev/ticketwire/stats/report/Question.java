package dev.ticketwire.stats.report;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.TicketFilter;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.rest.Accept;
import dev.ticketwire.rest.Parameters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param filter which tickets
 * @param days in which they were created, or in which something happened
 * @param by what they are grouped by, null if by nothing
 */
record Question(TicketFilter filter, Days days, @Nullable Dimension by, boolean isCsv, Reference reference) {
    private static final Set<String> OWN = Set.of("from", "to", "format");
    private static final String BY = "by";

    /**
     * @param query as sent, null if there is none
     * @param accept the request's header, null if it has none; the parameter {@code format} goes before it
     * @param isGrouped whether the parameter {@code by} is taken
     * @param caller who is told only of what it may see
     * @throws Refused 400 for whatever means nothing, by name
     */
    static Question of(
            @Nullable String query, @Nullable String accept, boolean isGrouped, Identity caller, Reference reference) {
        Parameters sent = Parameters.parse(
                query, name -> OWN.contains(name) || isGrouped && name.equals(BY) || TicketFilter.isFilter(name));
        boolean wantsCsv = Accept.of(accept).prefers("text/csv", "application/json");
        return new Question(
                TicketFilter.of(sent.all(), caller, reference),
                Days.of(sent),
                sent.one(BY) == null ? null : Dimension.of(sent.word(BY, Dimension.WORDS)),
                sent.word("format", wantsCsv ? List.of("csv", "json") : List.of("json", "csv"))
                        .equals("csv"),
                reference);
    }

    Dimension by(Dimension usual) {
        return by == null ? usual : by;
    }
}
