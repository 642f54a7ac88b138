package dev.precept.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Sets throughput runs side by side, as ratios to the first.
@Command(
        name = "compare",
        description = "Sets throughput runs side by side.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", description = "files that `throughput --out` wrote")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        var runs = files.stream().map(Figures::read).toList();
        var first = runs.getFirst();
        for (var run : runs) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %,9.0f items/s   %.3f x %s%n",
                    run.label(),
                    run.itemsPerSecond(),
                    run.itemsPerSecond() / first.itemsPerSecond(),
                    first.label());
        }
        return 0;
    }
}
