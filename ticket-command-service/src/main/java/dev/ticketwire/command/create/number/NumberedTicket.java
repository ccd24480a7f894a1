package dev.ticketwire.command.create.number;

/** A ticket that waits for its number. */
public interface NumberedTicket {

    NumberingScheme numbering();

    /** The number it has so far, empty before the first. */
    String number();

    void setNumber(String number);

    /** Its row, 0 before it is written. */
    int ticketId();
}
