package dev.precept.registry.testing;

import java.util.Collection;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/// What the registry does by itself from time to time, done now.
public final class Clockwork {

    private final Collection<ScheduledTaskHolder> holders;

    Clockwork(Collection<ScheduledTaskHolder> holders) {
        this.holders = holders;
    }

    /// @param simpleName of the class whose schedule it is
    public void strike(String simpleName) {
        var tasks =
                holders.stream()
                        .flatMap(holder -> holder.getScheduledTasks().stream())
                        .filter(task -> task.toString().contains("." + simpleName + "."))
                        .toList();
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("nothing is scheduled in " + simpleName);
        }
        tasks.forEach(task -> task.getTask().getRunnable().run());
    }
}
