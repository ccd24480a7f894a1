package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import java.sql.SQLException;
import java.util.List;

/** Carries out the commands of one kind, a wave at a time, inside the batch's transaction. */
public interface Handler<C extends Command> {

    /** The kind it handles. */
    Class<C> kind();

    /**
     * Writes every command of the wave or refuses it; a refusal touches no row of the others. An exception undoes the
     * whole wave (the caller rolls back to a savepoint, and applies the wave again in halves to find the culprit).
     *
     * @return one result per command, in the order of the wave
     */
    List<Result> apply(Wave<C> wave) throws SQLException;
}
