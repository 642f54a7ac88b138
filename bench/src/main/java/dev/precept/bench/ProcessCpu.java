package dev.precept.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Processor time of the processes of a running Precept, by what they are.
record ProcessCpu(Map<Long, Used> byProcess) {

    private static final String[] APPLICATIONS = {
        "registry", "classifier-worker", "review-console"
    };

    ProcessCpu {
        byProcess = Map.copyOf(byProcess);
    }

    /// @param supervisor the process that `precept up` is; its descendants are measured with it
    static ProcessCpu of(long supervisor) {
        var used = new HashMap<Long, Used>();
        ProcessHandle.of(supervisor).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .forEach(process -> add(used, nameOf(process), process));
        add(used, "bench itself", ProcessHandle.current());
        return new ProcessCpu(used);
    }

    /// What was used since an earlier reading, by name. A process that ended in between is left
    /// out: nobody knows any more what it used.
    Map<String, Duration> since(ProcessCpu earlier) {
        var sums = new TreeMap<String, Duration>();
        byProcess.forEach((id, used) -> {
            var before = earlier.byProcess.getOrDefault(id, new Used(used.name(), Duration.ZERO));
            sums.merge(used.name(), used.time().minus(before.time()), Duration::plus);
        });
        return sums;
    }

    private static void add(Map<Long, Used> used, String name, ProcessHandle process) {
        process.info()
                .totalCpuDuration()
                .ifPresent(time -> used.put(process.pid(), new Used(name, time)));
    }

    private static String nameOf(ProcessHandle process) {
        var info = process.info();
        var line =
                Optional.ofNullable(info.commandLine().orElse(null)).or(info::command).orElse("");
        for (var application : APPLICATIONS) {
            if (line.contains("precept-" + application)) {
                return application;
            }
        }
        return line.contains("postgres") && !line.contains("precept-quickstart")
                ? "postgres"
                : "supervisor";
    }

    /// @param time since the process began
    record Used(String name, Duration time) {}
}
