package dev.precept.registry.fleet;

import static dev.precept.contracts.access.RoleName.AUDITOR;
import static dev.precept.contracts.access.RoleName.OPERATOR;
import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;
import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEWER;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;
import static dev.precept.contracts.access.RoleName.WORKER;

import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
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
    @RolesAllowed({
        POLICY_AUTHOR,
        POLICY_APPROVER,
        POLICY_ACTIVATOR,
        REVIEWER,
        REVIEW_LEAD,
        AUDITOR,
        OPERATOR
    })
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
