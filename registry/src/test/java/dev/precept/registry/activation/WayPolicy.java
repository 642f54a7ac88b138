package dev.precept.registry.activation;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Clockwork;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A policy with approved versions of several writers. On the golden set each finds as many cases
/// as were drawn for it; the last one was never measured.
final class WayPolicy {

    static final int VERSIONS = 6;
    static final int CASES = 4;

    private static final double SURE = 0.9;

    final String slug;
    final List<String> writers;
    private final List<Integer> found;
    private final ApiClients clients;
    private final Clockwork clockwork;

    WayPolicy(
            ApiClients clients,
            Clockwork clockwork,
            String slug,
            RandomGenerator random,
            List<String> people) {
        this.clients = clients;
        this.clockwork = clockwork;
        this.slug = slug;
        this.writers =
                IntStream.range(0, VERSIONS)
                        .mapToObj(_ -> people.get(random.nextInt(people.size())))
                        .toList();
        this.found =
                IntStream.range(0, VERSIONS - 1).mapToObj(_ -> random.nextInt(CASES + 1)).toList();
        create();
    }

    /// How many golden cases a version finds; empty if it was never measured.
    Optional<Integer> found(int version) {
        return version <= found.size() ? Optional.of(found.get(version - 1)) : Optional.empty();
    }

    private void create() {
        author(writers.getFirst()).create(new NewPolicy(slug, slug, "What it is.", "team"));
        for (int number = 1; number <= VERSIONS; number++) {
            approve(number);
        }
        clients.api(PolicyApi.class, "zoe", Role.POLICY_ACTIVATOR)
                .pointAlias(slug, "live", new AliasTarget(1));
        clients.api(GoldenSetApi.class, "zoe", Role.POLICY_AUTHOR)
                .importCases(
                        slug,
                        new GoldenImport(
                                "hand",
                                IntStream.range(0, CASES).mapToObj(WayPolicy::golden).toList()));
        IntStream.rangeClosed(1, found.size()).forEach(this::measure);
    }

    private void approve(int number) {
        var api = author(writers.get(number - 1));
        api.draft(
                slug,
                new NewDraft(
                        LivePolicies.TEXT.replace("to six.", "to six, as of " + number + ".")));
        var sealed = Objects.requireNonNull(api.submit(slug, number).summary().sha256());
        clients.api(PolicyApi.class, "zoe", Role.POLICY_APPROVER)
                .approve(slug, number, new Approval(sealed, ""));
    }

    private void measure(int number) {
        var api = clients.api(EvaluationApi.class, "zoe", Role.POLICY_APPROVER);
        var judge = new Judge(clients);
        var run =
                api.start(slug, new NewEvaluation(number, new EvaluationSource.Golden(null, null)));
        for (int look = 0; look < 500 && api.get(run.id()).state() != State.COMPLETED; look++) {
            clockwork.strike("EvaluationRunner");
            judge.some(slug, this::judged, SURE);
        }
        if (api.get(run.id()).state() != State.COMPLETED) {
            throw new AssertionError("version " + number + " was not measured");
        }
    }

    private Outcome judged(PolicyVersionRef version, String text) {
        int index = text.charAt(text.length() - 1) - '0';
        return index < found.get(version.number() - 1) ? Outcome.VIOLATES : Outcome.SAFE;
    }

    private static NewGoldenCase golden(int number) {
        return new NewGoldenCase(
                new Message("Drums of evening " + number, "en"),
                new GoldenExpectation(Outcome.VIOLATES, "noise", "NO1"),
                null,
                true);
    }

    private PolicyApi author(String name) {
        return clients.api(PolicyApi.class, name, Role.POLICY_AUTHOR);
    }
}
