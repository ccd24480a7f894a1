/** The mail catcher: takes every mail that the suite sends, so that none leaves a demo. */
@NullMarked
package dev.ticketwire.quickstart.mail;

import org.jspecify.annotations.NullMarked;
