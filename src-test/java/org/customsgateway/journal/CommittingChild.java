package org.customsgateway.journal;

import java.nio.file.Path;
import java.time.Instant;

/** A program of its own that commits and says so, line by line, until it is killed or done. */
final class CommittingChild {

    private CommittingChild() {}

    /** Arguments: database file, name, number of threads, commits of each. Prints what it has committed, ended by a semicolon. */
    public static void main(String[] arguments) throws InterruptedException {
        int commits = Integer.parseInt(arguments[3]);
        try (Journal journal = Journal.open(Database.embedded(Path.of(arguments[0])))) {
            Thread[] threads = new Thread[Integer.parseInt(arguments[2])];
            for (int t = 0; t < threads.length; t++) {
                String thread = arguments[1] + "-" + t;
                threads[t] = new Thread(() -> {
                    for (int i = 0; i < commits; i++) {
                        String name = thread + "-" + i + ";";
                        journal.history().step(new Step(Instant.ofEpochMilli(i), name, null, "COMMIT", ""));
                        System.out.println(name);
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    static ProcessBuilder command(Path database, String name, int threads, int commits) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        CommittingChild.class.getName(),
                        database.toString(),
                        name,
                        "" + threads,
                        "" + commits)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
