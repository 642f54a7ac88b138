package dev.precept.registry.queue;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.Heartbeat;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseGrant;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.registry.item.ItemContents;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LeaseController implements LeaseApi {

    private final LongPoll longPoll;
    private final Leasing leasing;
    private final Completions completions;
    private final ItemContents contents;
    private final QueueProperties properties;
    private final ApplicationEventPublisher events;

    LeaseController(
            LongPoll longPoll,
            Leasing leasing,
            Completions completions,
            ItemContents contents,
            QueueProperties properties,
            ApplicationEventPublisher events) {
        this.longPoll = longPoll;
        this.leasing = leasing;
        this.completions = completions;
        this.contents = contents;
        this.properties = properties;
        this.events = events;
    }

    @Override
    @RolesAllowed(RoleName.WORKER)
    public LeaseGrant lease(LeaseRequest request) {
        require("capacity", request.capacity(), 1, LeaseRequest.MAX_CAPACITY);
        require("waitSeconds", request.waitSeconds(), 0, LeaseRequest.MAX_WAIT_SECONDS);
        heard(request.workerId(), 0);
        try {
            return grant(longPoll.claim(request));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return grant(List.of());
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

    private LeaseGrant grant(List<ActiveJob> jobs) {
        Map<ItemId, Content> byId =
                jobs.isEmpty()
                        ? Map.of()
                        : contents.byId(jobs.stream().map(ActiveJob::itemId).distinct().toList());
        var groups =
                jobs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ActiveJob::policyVersion,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                job -> leased(job, byId), Collectors.toList())));
        return new LeaseGrant(
                groups.entrySet().stream().map(LeaseController::group).toList(),
                (int) properties.lease().toSeconds(),
                leasing.expiry());
    }

    private static LeaseGrant.Group group(Map.Entry<PolicyVersionRef, List<LeasedJob>> group) {
        return new LeaseGrant.Group(group.getKey(), group.getValue());
    }

    private static LeasedJob leased(ActiveJob job, Map<ItemId, Content> contents) {
        return new LeasedJob(
                job.id(),
                job.fencingToken(),
                job.lane(),
                Objects.requireNonNull(contents.get(job.itemId())));
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
