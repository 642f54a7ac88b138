package dev.precept.registry.review;

import static dev.precept.registry.review.CaseFixture.reviewer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.review.ReviewCase;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;

@RegistryTest
class CaseFromWorkerIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;

    @Test
    void resultOfAWorkerThatIsNotSureOpensACase() {
        policies.create("case-worker");
        clients.api(ClassificationApi.class, "shop", Role.SUBMITTER)
                .classify(
                        new ClassificationRequest(
                                List.of("case-worker"),
                                new Message("Drums at eleven?", null),
                                null,
                                null),
                        0,
                        null);
        var cases = cases();
        for (var end = Instant.now().plus(Duration.ofSeconds(20));
                cases.isEmpty() && Instant.now().isBefore(end);
                cases = cases()) {
            work();
        }
        assertThat(cases).hasSize(1);
        assertThat(cases.getFirst().reason()).isEqualTo(CaseReason.LOW_CONFIDENCE);
        assertThat(cases.getFirst().verdict().ruleIds()).containsExactly("NO1");
    }

    @Test
    void casesAndDecisionsAreCounted() {
        assertThat(
                        RestClient.create(clients.baseUrl())
                                .get()
                                .uri("/actuator/prometheus")
                                .retrieve()
                                .body(String.class))
                .contains("precept_cases{", "state=\"OPEN\"", "precept_decisions_total{");
    }

    private List<ReviewCase> cases() {
        return reviewer(clients, "rita").list(null, "case-worker", null).items();
    }

    /// Leases whatever waits and answers it all alike.
    private void work() {
        var api = clients.api(LeaseApi.class, "precept-worker", Role.WORKER);
        var worker = new WorkerId(UUID.randomUUID());
        var results =
                api
                        .lease(new LeaseRequest(worker, LeaseRequest.MAX_CAPACITY, 1, List.of()))
                        .groups()
                        .stream()
                        .flatMap(group -> group.jobs().stream())
                        .map(job -> answer(new LeaseRef(job.id(), job.fencingToken())))
                        .toList();
        if (!results.isEmpty()) {
            var model = new ModelCard("fake", "0".repeat(64), "none", Map.of());
            api.complete(new Completion(worker, model, results));
        }
    }

    private static JobResult answer(LeaseRef lease) {
        return new JobResult.Judged(
                lease,
                Outcome.VIOLATES,
                List.of("noise"),
                List.of("NO1"),
                new Confidence(0.4, Confidence.Source.STATED),
                "closest to NO1",
                false,
                1,
                null);
    }
}
