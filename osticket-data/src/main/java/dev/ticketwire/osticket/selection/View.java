package dev.ticketwire.osticket.selection;

/** What a caller is told of an event. */
public enum View {
    HIDDEN,
    WHOLE,
    /** The ticket came from a department that the key may not see: without what was before. */
    ARRIVAL,
    /** The ticket went to a department that the key may not see: without what it is there. */
    DEPARTURE
}
