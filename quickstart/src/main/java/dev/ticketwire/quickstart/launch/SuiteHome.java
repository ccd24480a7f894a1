package dev.ticketwire.quickstart.launch;

import java.nio.file.Path;

/**
 * The folder {@code .ticketwire} in the clone, which contains all files of the suite on this machine.
 *
 * @param folder absolute
 */
record SuiteHome(Path folder) {
    static SuiteHome ofThisRun() {
        return new SuiteHome(Path.of(System.getProperty("ticketwire.home", ".ticketwire"))
                .toAbsolutePath()
                .normalize());
    }

    Path pidFile(String child) {
        return folder.resolve("pids").resolve(child + ".pid");
    }

    /** While this file exists, the child is not restarted when it ends. */
    Path hold(String child) {
        return holds().resolve(child);
    }

    Path holds() {
        return folder.resolve("hold");
    }

    Path log(String child) {
        return folder.resolve("logs").resolve(child + ".log");
    }

    Path application(Service service) {
        return folder.resolve("apps").resolve(service.label()).resolve("quarkus-run.jar");
    }

    /** Class-data archive of a JVM's last run, which makes the next start faster. */
    Path classData(String child) {
        return folder.resolve("cds").resolve(child + ".jsa");
    }

    Path binaries() {
        return folder.resolve("mariadb-binaries");
    }

    Path mariaDb() {
        return folder.resolve("mariadb");
    }

    /** Exists once a help desk has been loaded completely; names it. */
    Path helpDesk() {
        return mariaDb().resolve("helpdesk");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path secret(String name) {
        return folder.resolve("secrets").resolve(name);
    }

    Path ports() {
        return folder.resolve("ports");
    }

    /** Mails that the suite's own catcher has received: a file each. */
    Path mails() {
        return folder.resolve("mails");
    }

    /** To be sourced by a shell; exists while the suite runs and is ready. */
    Path environment() {
        return folder.resolve("env");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    /** A text that the command line of each process of this suite contains. */
    String mark() {
        return folder.toString();
    }
}
