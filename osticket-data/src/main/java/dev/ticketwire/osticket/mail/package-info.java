/** The mails that Ticketwire sends, as its services store and read them. */
@NullMarked
package dev.ticketwire.osticket.mail;

import org.jspecify.annotations.NullMarked;
