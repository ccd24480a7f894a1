package dev.ticketwire.setup.command;

import dev.ticketwire.setup.database.Migration.Indexes;
import picocli.CommandLine.Option;

/** {@code --without-indexes}. */
final class IndexesOption {
    @Option(
            names = "--without-indexes",
            description = "Build none of the indexes that only make reads faster (this time).")
    private boolean withoutIndexes;

    Indexes value() {
        return withoutIndexes ? Indexes.LEFT_OUT : Indexes.BUILT;
    }
}
