package dev.ticketwire.command.create;

import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sandbox in which tickets are opened. */
final class Desk extends Sandbox {
    private final OpenTickets handler;

    Desk(OpenTickets handler, Connection connection, Reference reference) throws SQLException {
        super(connection, reference);
        this.handler = handler;
    }

    List<Result> apply(TestTicket... wishes) throws SQLException {
        return apply(handler, Arrays.stream(wishes).map(TestTicket::command).toList());
    }

    Result.Applied open(TestTicket wish) throws SQLException {
        return applied(apply(wish).getFirst());
    }

    Refusal refused(TestTicket wish) throws SQLException {
        return refusal(apply(wish).getFirst());
    }

    static long id(Result result) {
        return ((Result.Applied) result).ticketId();
    }

    static String number(Result result) {
        return ((Result.Applied) result).number();
    }

    /** Of the tickets that were opened, in their order. */
    List<String> subjects(List<Result> results) throws SQLException {
        List<String> subjects = new ArrayList<>();
        for (Result result : results) {
            if (result instanceof Result.Applied applied) {
                subjects.addAll(column("SELECT subject FROM {ticket__cdata} WHERE ticket_id = ?", applied.ticketId()));
            }
        }
        return subjects;
    }

    long statementsFor(TestTicket... wishes) throws SQLException {
        long before = questions();
        apply(wishes);
        return questions() - before;
    }
}
