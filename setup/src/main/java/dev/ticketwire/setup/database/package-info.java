/** What the help desk's database needs before the services start: migration, users, the demo. */
@NullMarked
package dev.ticketwire.setup.database;

import org.jspecify.annotations.NullMarked;
