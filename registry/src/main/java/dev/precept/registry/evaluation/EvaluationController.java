package dev.precept.registry.evaluation;

import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateSet;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.wire.Cursors;
import dev.precept.registry.wire.Revisions;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EvaluationController implements EvaluationApi {

    private final EvaluationDesk desk;
    private final Reports reports;
    private final Comparisons comparisons;
    private final Gates gates;
    private final PolicyDirectory policies;
    private final CurrentActor actor;

    EvaluationController(
            EvaluationDesk desk,
            Reports reports,
            Comparisons comparisons,
            Gates gates,
            PolicyDirectory policies,
            CurrentActor actor) {
        this.desk = desk;
        this.reports = reports;
        this.comparisons = comparisons;
        this.gates = gates;
        this.policies = policies;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public Page<Evaluation> list(String slug, @Nullable String cursor) {
        return desk.page(slug, cursor);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, POLICY_APPROVER, REVIEW_LEAD})
    public Evaluation start(String slug, NewEvaluation wish) {
        return desk.start(actor.get(), slug, wish);
    }

    @Override
    @AnyPerson
    public Evaluation get(EvaluationId id) {
        return desk.get(id);
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, POLICY_APPROVER, REVIEW_LEAD})
    public Evaluation cancel(EvaluationId id) {
        return desk.cancel(actor.get(), id);
    }

    @Override
    @AnyPerson
    public EvaluationReport report(EvaluationId id) {
        return reports.of(desk.get(id));
    }

    @Override
    @AnyPerson
    public Comparison compare(EvaluationId id, EvaluationId before) {
        return comparisons.compare(desk.get(before).id(), desk.get(id).id());
    }

    @Override
    @ContentReader
    public Page<Flip> flips(
            EvaluationId id,
            EvaluationId before,
            @Nullable Outcome was,
            @Nullable Outcome is,
            @Nullable Change change,
            @Nullable String cursor) {
        return comparisons.flips(
                desk.get(before).id(),
                desk.get(id).id(),
                new Comparisons.Wanted(was, is, change),
                Cursors.position(cursor),
                Page.DEFAULT_SIZE);
    }

    @Override
    @AnyPerson
    public GateSet gates(String slug) {
        return gates.of(slug);
    }

    @Override
    @RolesAllowed(POLICY_APPROVER)
    public GateSet setGates(String slug, String revision, GateEdit edit) {
        return gates.set(slug, Revisions.basedOn(revision), edit, actor.get().name());
    }

    @Override
    @AnyPerson
    public List<GateResult> measured(String slug, int number) {
        return policies.hash(slug, number)
                .map(sha256 -> gates.measured(slug, sha256))
                .orElseGet(() -> gates.unmeasured(slug));
    }
}
