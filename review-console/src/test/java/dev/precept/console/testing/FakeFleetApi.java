package dev.precept.console.testing;

import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Workers in memory.
public final class FakeFleetApi implements FleetApi {

    private final List<Worker> workers = new ArrayList<>();

    public void add(WorkerId id, String name, Worker.Status status, Instant seen) {
        workers.add(
                new Worker(
                        id,
                        new WorkerRegistration(name, "similarity", Samples.MODEL, 4, "0.1.0"),
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
