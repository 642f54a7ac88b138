package dev.precept.console.testing;

import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Workers in memory.
public final class FakeFleetApi implements FleetApi {

    private final List<Worker> workers = new ArrayList<>();

    public void add(WorkerId id, String name, Worker.Status status, Instant seen) {
        add(id, name, status, seen, false);
    }

    /// A worker that is there and writes.
    public void addWriter() {
        add(new WorkerId(new UUID(3, 3)), "writer", Worker.Status.ACTIVE, Instant.EPOCH, true);
    }

    private void add(WorkerId id, String name, Worker.Status status, Instant seen, boolean writes) {
        workers.add(
                new Worker(
                        id,
                        new WorkerRegistration(
                                name,
                                writes ? "openai" : "similarity",
                                Samples.MODEL,
                                4,
                                "0.1.0",
                                writes),
                        status,
                        seen,
                        seen,
                        2,
                        1_234));
    }

    @Override
    public List<Worker> list() {
        return List.copyOf(workers);
    }

    @Override
    public void register(WorkerId id, WorkerRegistration registration) {}

    @Override
    public void drain(WorkerId id) {}

    @Override
    public void stop(WorkerId id) {}
}
