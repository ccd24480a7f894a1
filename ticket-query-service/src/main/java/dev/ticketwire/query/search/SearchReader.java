package dev.ticketwire.query.search;

import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.query.subject.CreationTimeProjection;
import dev.ticketwire.query.subject.CreationTimes;
import dev.ticketwire.query.subject.SubjectIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Reads a page of a search in one {@link SearchStatement}. A search for a subject checks the candidates of {@link
 * SubjectIndex}, the newest first; without candidates it sends no statement. While the index is not current, it first
 * walks along the order and, if that takes too long, reads all subjects in a second statement.
 */
@ApplicationScoped
class SearchReader {
    /**
     * Maximum of candidates that are read individually in orders other than by creation; with more, it walks along the
     * order first.
     */
    private static final int FEW_CANDIDATES = 2_000;
    /** The most candidates that are sent to the server. */
    private static final int MAX_CANDIDATES = 100_000;
    /** Factor for the number of candidates if the newest ones did not fill the page. */
    private static final int GROWTH = 8;

    private final ReplicaReads reads;
    private final SubjectIndex subjects;
    private final CreationTimeProjection creationTimes;

    SearchReader(ReplicaReads reads, SubjectIndex subjects, CreationTimeProjection creationTimes) {
        this.reads = reads;
        this.subjects = subjects;
        this.creationTimes = creationTimes;
    }

    SearchPage read(SearchRequest request, Reference reference) {
        SearchStatement statement = new SearchStatement(request, reference);
        String subject = request.filter().subject();
        if (subject == null) {
            return reads.readByText(
                    SearchPage.EMPTY,
                    connection -> statement
                            .execute(connection, TicketSource.tickets())
                            .page());
        }
        CreationTimes times =
                request.order() == SearchOrder.CREATED && subjects.isCurrent(subject) ? creationTimes.current() : null;
        return times == null ? byCandidates(statement, subject) : byAge(statement, subject, request, times);
    }

    private SearchPage byCandidates(SearchStatement statement, String subject) {
        RoaringBitmap candidates = subjects.candidates(subject);
        return candidates != null && candidates.isEmpty()
                ? SearchPage.EMPTY
                : reads.readByText(SearchPage.EMPTY, connection -> amongAll(connection, statement, candidates));
    }

    private SearchPage byAge(SearchStatement statement, String subject, SearchRequest request, CreationTimes times) {
        RoaringBitmap newest = subjects.newest(subject, 1, times);
        if (newest != null && newest.isEmpty()) {
            return SearchPage.EMPTY;
        }
        long pageEnd = Math.min(request.offset(), MAX_CANDIDATES) + request.limit() + 1;
        return reads.readByText(SearchPage.EMPTY, connection -> {
            SearchPage page = amongNewest(connection, statement, subject, times, 2 * pageEnd);
            return page == null ? amongAll(connection, statement, null) : page;
        });
    }

    /**
     * Searches the newest candidates, then more, until the page is full.
     *
     * @return null if there are too many candidates
     */
    private @Nullable SearchPage amongNewest(
            Connection connection, SearchStatement statement, String subject, CreationTimes times, long first)
            throws SQLException {
        for (long wanted = first; ; wanted *= GROWTH) {
            int limit = (int) Math.min(wanted, MAX_CANDIDATES);
            RoaringBitmap newest = subjects.newest(subject, limit, times);
            if (newest == null) {
                return null;
            }
            SearchPage page = statement
                    .execute(connection, TicketSource.candidates(newest))
                    .page();
            if (page.hasMore() || newest.getCardinality() < limit) {
                return page;
            }
            if (limit == MAX_CANDIDATES) {
                return null;
            }
        }
    }

    /** @param candidates a superset of the tickets with the subject; null if unknown */
    private static SearchPage amongAll(
            Connection connection, SearchStatement statement, @Nullable RoaringBitmap candidates) throws SQLException {
        int count = candidates == null ? Integer.MAX_VALUE : candidates.getCardinality();
        if (count > FEW_CANDIDATES) {
            SearchStatement.Result walk = statement.execute(connection, TicketSource.walk());
            if (!walk.isIncomplete()) {
                return walk.page();
            }
        }
        TicketSource rest = candidates == null || count > MAX_CANDIDATES
                ? TicketSource.subjects()
                : TicketSource.candidates(candidates);
        return statement.execute(connection, rest).page();
    }
}
