/** People: names, e-mail addresses and telephone numbers, as osTicket 1.18 checks, stores and shows them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.person;
