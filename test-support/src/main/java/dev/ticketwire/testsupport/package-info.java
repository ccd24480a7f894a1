/** The database and the broker of the integration tests of all modules. */
@NullMarked
package dev.ticketwire.testsupport;

import org.jspecify.annotations.NullMarked;
