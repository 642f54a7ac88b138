package dev.precept.registry.fleet;

import static dev.precept.contracts.access.RoleName.WORKER;

import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
import dev.precept.registry.access.AnyPerson;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FleetController implements FleetApi {

    private final Workers workers;

    FleetController(Workers workers) {
        this.workers = workers;
    }

    @Override
    @AnyPerson
    public List<Worker> list() {
        return workers.recent();
    }

    @Override
    @RolesAllowed(WORKER)
    public void register(WorkerId id, WorkerRegistration registration) {
        workers.register(id, registration);
    }

    @Override
    @RolesAllowed(WORKER)
    public void drain(WorkerId id) {
        workers.drain(id);
    }

    @Override
    @RolesAllowed(WORKER)
    public void stop(WorkerId id) {
        workers.stop(id);
    }
}
