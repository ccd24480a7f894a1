package dev.ticketwire.command.create.number;

/** A ticket that needs a number. */
public interface NumberedTicket {

    NumberingScheme numbering();

    /** Its current number, empty before it has one. */
    String number();

    void setNumber(String number);

    /** The id of its row, 0 before it is written. */
    int ticketId();
}
