package dev.ticketwire.command.apply;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Commands of one kind with different tickets, to be applied as a set inside the batch's transaction.
 *
 * @param connection the transaction's connection, READ COMMITTED; handlers neither commit, roll back nor close it
 * @param reference names and rules, the same for the whole batch
 * @param now the database's clock, read once for the transaction; whole seconds, in the database's zone
 */
public record Wave<C extends Command>(
        Connection connection, Reference reference, LocalDateTime now, List<Received<C>> commands) {}
