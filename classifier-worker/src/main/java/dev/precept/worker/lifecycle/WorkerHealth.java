package dev.precept.worker.lifecycle;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Ready means: the engine is loaded and the registry knows this worker.
@Component("worker")
class WorkerHealth implements HealthIndicator {

    private final FleetMember member;

    WorkerHealth(FleetMember member) {
        this.member = member;
    }

    @Override
    public Health health() {
        return member.isRegistered() ? Health.up().build() : Health.outOfService().build();
    }
}
