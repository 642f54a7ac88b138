package dev.precept.inference.gptoss;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory of the machine, or of the container that this runs in.
final class HostMemory {

    private static final Path LINUX = Path.of("/proc/meminfo");

    private HostMemory() {}

    /// What can be taken without pushing others out: on Linux caches count as available.
    static long available() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long free = system.getFreeMemorySize();
        try {
            for (String line : Files.readAllLines(LINUX)) {
                if (line.startsWith("MemAvailable:")) {
                    long kibibytes = Long.parseLong(line.replaceAll("\\D", ""));
                    return Math.min(system.getTotalMemorySize(), Math.max(free, kibibytes << 10));
                }
            }
        } catch (IOException e) {
            return free;
        }
        return free;
    }
}
