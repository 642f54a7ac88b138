package dev.precept.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Processor time of the processes of a running Precept, by what they are.
record ProcessCpu(Map<String, Duration> byName) {

    ProcessCpu {
        byName = Map.copyOf(byName);
    }

    /// @param supervisor the process that `precept up` is; its descendants are measured with it
    static ProcessCpu of(long supervisor) {
        var sums = new TreeMap<String, Duration>();
        ProcessHandle.of(supervisor)
                .ifPresent(process -> {
                    add(sums, process);
                    process.descendants().forEach(child -> add(sums, child));
                });
        add(sums, "bench itself", ProcessHandle.current());
        return new ProcessCpu(sums);
    }

    /// What was used since an earlier reading.
    ProcessCpu since(ProcessCpu earlier) {
        var used = new TreeMap<String, Duration>();
        byName.forEach((name, time) ->
                used.put(name, time.minus(earlier.byName.getOrDefault(name, Duration.ZERO))));
        return new ProcessCpu(used);
    }

    private static void add(Map<String, Duration> sums, ProcessHandle process) {
        add(sums, nameOf(process), process);
    }

    private static void add(Map<String, Duration> sums, String name, ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(time -> sums.merge(name, time, Duration::plus));
    }

    private static String nameOf(ProcessHandle process) {
        var line =
                Optional.ofNullable(process.info().commandLine().orElse(null))
                        .or(() -> process.info().command())
                        .orElse("other");
        for (var known : new String[] {"registry", "classifier-worker", "review-console"}) {
            if (line.contains("precept-" + known) || line.contains("/" + known + "-")) {
                return known;
            }
        }
        return line.contains("postgres") ? "postgres" : "supervisor";
    }
}
