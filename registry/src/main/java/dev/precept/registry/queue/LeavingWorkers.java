package dev.precept.registry.queue;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;

/// Workers that said that they leave. They get no more work, and a request for work that is still
/// open is answered at once, so that no job goes to a worker that hangs up.
@Component
class LeavingWorkers {

    private static final int REMEMBERED = 1_000;

    private final WorkBell bell;
    private final SequencedSet<String> leaving = new LinkedHashSet<>();

    LeavingWorkers(Signals signals, WorkBell bell) {
        this.bell = bell;
        signals.onSignal(Channel.LEAVING, this::heard);
    }

    synchronized boolean contains(WorkerId worker) {
        return leaving.contains(worker.toString());
    }

    private void heard(String worker) {
        if (worker.isEmpty()) {
            return;
        }
        synchronized (this) {
            leaving.add(worker);
            if (leaving.size() > REMEMBERED) {
                leaving.removeFirst();
            }
        }
        bell.ring();
    }
}
