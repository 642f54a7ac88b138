package dev.precept.registry.queue;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.Heartbeat;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseGrant;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.queue.Thought;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LeaseController implements LeaseApi {

    private final LongPoll longPoll;
    private final Leasing leasing;
    private final Completions completions;
    private final Grants grants;
    private final Thoughts thoughts;
    private final ApplicationEventPublisher events;

    LeaseController(
            LongPoll longPoll,
            Leasing leasing,
            Completions completions,
            Grants grants,
            Thoughts thoughts,
            ApplicationEventPublisher events) {
        this.longPoll = longPoll;
        this.leasing = leasing;
        this.completions = completions;
        this.grants = grants;
        this.thoughts = thoughts;
        this.events = events;
    }

    @Override
    @RolesAllowed(RoleName.WORKER)
    public LeaseGrant lease(LeaseRequest request) {
        require("capacity", request.capacity(), 1, LeaseRequest.MAX_CAPACITY);
        require("waitSeconds", request.waitSeconds(), 0, LeaseRequest.MAX_WAIT_SECONDS);
        heard(request.workerId(), 0);
        try {
            return grants.of(longPoll.claim(request));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return grants.of(List.of());
        }
    }

    @Override
    @RolesAllowed(RoleName.WORKER)
    public Heartbeat.Reply heartbeat(Heartbeat heartbeat) {
        heard(heartbeat.workerId(), 0);
        var lost = leasing.renew(heartbeat.workerId(), heartbeat.leases());
        return new Heartbeat.Reply(lost, leasing.expiry());
    }

    @Override
    @RolesAllowed(RoleName.WORKER)
    public Completion.Receipt complete(Completion completion) {
        var receipt = completions.complete(completion);
        heard(completion.workerId(), receipt.accepted());
        return receipt;
    }

    @Override
    @RolesAllowed(RoleName.WORKER)
    public void think(Thought thought) {
        thoughts.keep(thought);
    }

    private void heard(WorkerId worker, int completed) {
        events.publishEvent(new WorkerHeard(worker, completed));
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "%s is %d; give %d to %d.".formatted(name, value, least, most));
        }
    }
}
