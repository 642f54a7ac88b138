package dev.precept.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Items per second from batch intake over queue and worker to the verdict, and where the processor
/// time goes. The first round warms up and is not counted.
@Command(
        name = "throughput",
        description = "Items per second, from batch intake to the verdict.",
        mixinStandardHelpOptions = true)
final class ThroughputCommand implements Callable<Integer> {

    @Mixin private final RegistryOptions registry = new RegistryOptions();

    @Option(names = "--policy", defaultValue = "spam@live")
    private String policy = "spam@live";

    @Option(names = "--items", defaultValue = "20000", description = "lines of each round")
    private int items = 20_000;

    @Option(names = "--words", defaultValue = "16", description = "words of each text")
    private int words = 16;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds = 3;

    @Option(names = "--label", defaultValue = "run")
    private String label = "run";

    @Option(names = "--supervisor", description = "process id of the running `precept up`")
    private long supervisor;

    @Option(names = "--out", description = "where to keep the figures")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var client = registry.submitter();
        var lines = new SyntheticLines(policy, items, words);
        System.out.printf(
                Locale.ROOT, "%s: %,d items of %d words, %d rounds%n", label, items, words, rounds);
        BatchRun.of(client, new SyntheticLines(policy, Math.min(items, 5_000), words)::stream);
        var runs = new ArrayList<BatchRun>();
        var before = ProcessCpu.of(supervisor);
        for (int round = 1; round <= rounds; round++) {
            var run = BatchRun.of(client, lines::stream);
            runs.add(run);
            System.out.printf(
                    Locale.ROOT,
                    "  round %d: %,.0f items/s (accepted after %.1f s, last verdict after %.1f s)%n",
                    round,
                    run.perSecond(),
                    seconds(run.upload()),
                    seconds(run.total()));
        }
        var figures = figures(runs, ProcessCpu.of(supervisor).since(before));
        figures.cpuSecondsPerThousand()
                .forEach((name, used) ->
                        System.out.printf(
                                Locale.ROOT,
                                "  %-18s %6.3f CPU seconds per 1,000 items%n",
                                name,
                                used));
        if (out != null) {
            figures.write(out);
        }
        return 0;
    }

    private Figures figures(List<BatchRun> runs, Map<String, Duration> used) {
        var median =
                runs.stream()
                        .sorted(Comparator.comparingDouble(BatchRun::perSecond))
                        .toList()
                        .get(runs.size() / 2);
        var thousands = runs.size() * items / 1000.0;
        var cpu = new TreeMap<String, Double>();
        used.forEach((name, time) -> cpu.put(name, seconds(time) / thousands));
        return new Figures(label, items, median.perSecond(), seconds(median.upload()), cpu);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
