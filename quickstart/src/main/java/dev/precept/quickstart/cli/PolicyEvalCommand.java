package dev.precept.quickstart.cli;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.quickstart.policyfolder.RegistryPolicies;
import dev.precept.quickstart.supervisor.Screen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures a version and holds it against the gates of its policy.
@Command(
        name = "eval",
        description = {
            "Runs a version, also a draft, on the policy's golden set as it stands, prints the figures and"
                    + " says which gates it passes.",
            "Where a gate asks for it, or with --replay, it also runs on past items."
        },
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every gate is passed, or there is none",
            "1:a gate is not passed",
            "64:wrong options",
            "69:nothing answers, it refused, or it took too long"
        },
        mixinStandardHelpOptions = true)
final class PolicyEvalCommand implements Callable<Integer> {

    private static final int REPLAYED = 1_000;

    @Mixin RegistryOption registry = new RegistryOption();

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            defaultValue = "latest",
            description = "latest, live, another alias, or a number (default: ${DEFAULT-VALUE})")
    String version = "latest";

    @Option(
            names = "--replay",
            paramLabel = "N",
            description = "past items to run on (default: 1000 where a gate asks for it)")
    @Nullable Integer replay;

    @Option(
            names = "--same-items",
            paramLabel = "RUN",
            description = "run on the past items of this earlier evaluation, not on a new sample")
    @Nullable UUID sameItems;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "how long to wait for each run (default: ${DEFAULT-VALUE})")
    int patience = 3_600;

    @Parameters(index = "0", paramLabel = "SLUG", description = "the policy")
    String slug = "";

    @Spec @Nullable CommandSpec spec;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws Exception {
        requireSensible();
        var policies = registry.as(Role.POLICY_AUTHOR);
        int number = number(policies);
        var text = new EvaluationText(screen);
        for (var run : runs(policies, number)) {
            text.print(policies.evaluations().report(run.id()));
        }
        var gates = policies.evaluations().measured(slug, number);
        gates.forEach(text::print);
        if (gates.isEmpty()) {
            screen.line("the policy has no gates");
        }
        return gates.stream().allMatch(gate -> gate.status() == Status.PASSED) ? 0 : 1;
    }

    private void requireSensible() {
        if (patience < 1 || (replay != null && replay < 1)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--patience and --replay must be at least 1");
        }
        if (replay != null && sameItems != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "give --replay or --same-items, not both");
        }
    }

    private int number(RegistryPolicies policies) throws IOException {
        var policy = policies.find(slug);
        if (policy == null) {
            throw new IOException("there is no policy " + slug);
        }
        var number = VersionNames.number(policy, version);
        if (number == null) {
            throw new IOException(VersionNames.none(policy, version));
        }
        return number;
    }

    private List<Evaluation> runs(RegistryPolicies policies, int number)
            throws IOException, InterruptedException {
        var earlier = earlier(policies);
        var err = new Screen(System.err, false);
        var run =
                new EvaluationRun(policies.evaluations(), Duration.ofSeconds(patience), err::line);
        var runs = new ArrayList<Evaluation>();
        runs.add(run.of(slug, number, new EvaluationSource.Golden(null, null)));
        if (earlier != null) {
            runs.add(run.untilEnd(policies.reports().repeat(earlier.id(), number)));
        } else if (replay != null || asksForReplay(policies)) {
            int count = replay == null ? REPLAYED : replay;
            runs.add(run.of(slug, number, new EvaluationSource.Replay(count, null)));
        }
        return runs;
    }

    /// The evaluation whose items are asked for, if they are.
    private @Nullable Evaluation earlier(RegistryPolicies policies) throws IOException {
        if (sameItems == null) {
            return null;
        }
        var earlier = policies.evaluations().get(new EvaluationId(sameItems));
        if (!earlier.policyVersion().slug().equals(slug)
                || !(earlier.source() instanceof EvaluationSource.Replay)) {
            throw new IOException(
                    "evaluation %s did not run on past items of %s".formatted(earlier.id(), slug));
        }
        return earlier;
    }

    private boolean asksForReplay(RegistryPolicies policies) {
        return policies.evaluations().gates(slug).gates().stream()
                .anyMatch(gate -> gate.kind() == Gate.Kind.REPLAY_CHANGE);
    }
}
