package dev.ticketwire.stats.report;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.TicketFilter;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.rest.request.AcceptHeader;
import dev.ticketwire.rest.request.QueryParameters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a report.
 *
 * @param dates when the tickets were created, or something happened to them
 * @param by what they are grouped by, null if it was not sent
 * @param wantsCsv whether to answer with CSV instead of JSON
 */
record ReportRequest(
        TicketFilter filter, DateRange dates, @Nullable Dimension by, boolean wantsCsv, Reference reference) {
    private static final Set<String> OWN = Set.of("from", "to", "format");
    private static final String BY = "by";
    private static final String CSV = "csv";
    private static final String JSON = "json";

    /**
     * @param query as sent, null for none
     * @param accept the header {@code Accept}, null for none; the parameter {@code format} overrides it
     * @param isGrouped whether the report has the parameter {@code by}
     * @param caller sees only tickets of its departments
     * @throws Refused 400 that names the unknown or invalid parameter
     */
    static ReportRequest parse(
            @Nullable String query, @Nullable String accept, boolean isGrouped, Identity caller, Reference reference) {
        QueryParameters sent = QueryParameters.parse(
                query, name -> OWN.contains(name) || isGrouped && name.equals(BY) || TicketFilter.isFilter(name));
        return new ReportRequest(
                TicketFilter.of(sent.all(), caller, reference),
                DateRange.parse(sent),
                sent.one(BY) == null ? null : Dimension.named(sent.word(BY, Dimension.WORDS)),
                wantsCsv(sent, accept),
                reference);
    }

    private static boolean wantsCsv(QueryParameters sent, @Nullable String accept) {
        boolean prefersCsv = AcceptHeader.parse(accept).prefers(CsvBodyWriter.CSV, "application/json");
        List<String> formats = prefersCsv ? List.of(CSV, JSON) : List.of(JSON, CSV);
        return sent.word("format", formats).equals(CSV);
    }

    Dimension by(Dimension fallback) {
        return by == null ? fallback : by;
    }
}
