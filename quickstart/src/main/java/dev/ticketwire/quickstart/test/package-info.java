/** The database and the broker of the integration tests of all modules. */
@NullMarked
package dev.ticketwire.quickstart.test;

import org.jspecify.annotations.NullMarked;
