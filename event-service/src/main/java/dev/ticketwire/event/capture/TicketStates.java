package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.contract.event.TicketState;
import java.util.Map;

/** Placeholder until the real one is merged. */
public record TicketStates(LogPlace place, Map<Long, TicketState> byId) {}
