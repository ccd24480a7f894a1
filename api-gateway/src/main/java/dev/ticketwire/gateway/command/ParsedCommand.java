package dev.ticketwire.gateway.command;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.Spellings;
import java.util.List;

/**
 * A request that has been parsed into a command.
 *
 * @param ignored names of the request's fields that the command does not use
 * @param spellings alternative names under which the request sent fields that the command does use
 */
public record ParsedCommand(Command command, List<String> ignored, Spellings spellings) {}
