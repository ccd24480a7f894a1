package dev.ticketwire.contract.event;

/** The content of an event: the CloudEvents {@code data}, JSON. */
public sealed interface EventData permits TicketChange, FeedGap {}
