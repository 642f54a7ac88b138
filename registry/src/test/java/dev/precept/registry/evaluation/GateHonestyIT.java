package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

/// Nobody opens a gate for a version of their own by choosing what it is measured on.
@RegistryTest
class GateHonestyIT {

    private static final EvaluationSource AS_IT_STANDS = new EvaluationSource.Golden(null, null);
    private static final GoldenExpectation SAFE = new GoldenExpectation(Outcome.SAFE, null, null);

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private EvaluationSteps steps;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void runOnAnOlderSetOpensNoGate() {
        policies.create("honest-set");
        gate("honest-set");
        add("honest-set", "Drums at noon", true);
        int version = policies.approve("honest-set").number();
        judge("honest-set", version, AS_IT_STANDS);
        assertThat(standing("honest-set", version).status()).isEqualTo(Status.PASSED);

        add("honest-set", "Flutes at noon", false);
        assertThat(standing("honest-set", version).status()).isEqualTo(Status.PASSED);
        add("honest-set", "Harps at noon", true);
        assertThat(standing("honest-set", version).detail())
                .contains("1 protected cases are new since golden set 1");

        judge("honest-set", version, AS_IT_STANDS);
        assertThat(standing("honest-set", version).status()).isEqualTo(Status.PASSED);
        judge("honest-set", version, new EvaluationSource.Golden(1, null));
        assertThat(standing("honest-set", version).detail())
                .contains("on golden set 1, and set 2 is frozen since");
    }

    @Test
    void writerOfAnOpenVersionLeavesGatesAndProtectedCasesToOthers() {
        policies.create("honest-author");
        add("honest-author", "Drums at noon", true);
        var ava = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        ava.draft("honest-author", new NewDraft(LivePolicies.TEXT));

        refused(() ->
                clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR, Role.POLICY_APPROVER)
                        .setGates("honest-author", "0", new GateEdit(List.of())));
        assertThatThrownBy(() ->
                        jdbc.update(
                                "insert into policy_gate values ('honest-author', 1, '[]', 'ava', now())"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("four_eyes");
        var own = golden("ava");
        var known = own.list("honest-author", null).items().getFirst();
        refused(() ->
                own.change("honest-author", known.id(), new GoldenCaseEdit(SAFE, null, false)));
        refused(() -> own.retire("honest-author", known.id()));
        refused(() -> replace("ava"));
        assertThat(
                        own.change(
                                        "honest-author",
                                        known.id(),
                                        new GoldenCaseEdit(SAFE, "Noon", true))
                                .note())
                .isEqualTo("Noon");

        replace("eve");
        assertThat(own.list("honest-author", null).items().getFirst().expected().outcome())
                .isEqualTo(Outcome.VIOLATES);
    }

    @Test
    void writerOfAnApprovedVersionLeavesTheGatesToOthersUntilItIsLive() {
        policies.create("honest-until-live");
        var next = policies.approve("honest-until-live");
        var gates =
                clients.api(EvaluationApi.class, "ava", Role.POLICY_AUTHOR, Role.POLICY_APPROVER);
        var none = new GateEdit(List.of());

        refused(() -> gates.setGates("honest-until-live", "0", none));
        clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR)
                .pointAlias("honest-until-live", "live", new AliasTarget(next.number()));
        assertThat(gates.setGates("honest-until-live", "0", none).revision()).isOne();
    }

    @Test
    void policyThatIsNotThereIsSaidSo() {
        var api = clients.api(EvaluationApi.class, "ben", Role.POLICY_APPROVER);
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(
                        () -> api.gates("honest-nobody"),
                        () -> api.list("honest-nobody", null),
                        () -> api.setGates("honest-nobody", "0", new GateEdit(List.of())))) {
            assertThatThrownBy(call).isInstanceOf(HttpClientErrorException.NotFound.class);
        }
    }

    private void judge(String slug, int version, EvaluationSource source) {
        var api = clients.api(EvaluationApi.class, "eve", Role.POLICY_AUTHOR);
        var run = api.start(slug, new NewEvaluation(version, source)).id();
        var worker = new Judge(clients);
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (api.get(run).state() != State.COMPLETED && System.nanoTime() < deadline) {
            steps.step(run);
            worker.some(slug, (_, _) -> Outcome.SAFE, 0.9);
        }
        assertThat(api.get(run).state()).isEqualTo(State.COMPLETED);
    }

    private void gate(String slug) {
        clients.api(EvaluationApi.class, "ben", Role.POLICY_APPROVER)
                .setGates(slug, "0", new GateEdit(List.of(new Gate(Gate.Kind.PROTECTED_WRONG, 0))));
    }

    private GateResult standing(String slug, int version) {
        return clients.api(EvaluationApi.class, "ben", Role.POLICY_APPROVER)
                .measured(slug, version)
                .getLast();
    }

    private void add(String slug, String text, boolean guarded) {
        golden("eve")
                .importCases(
                        slug,
                        new GoldenImport(
                                "hand",
                                List.of(
                                        new NewGoldenCase(
                                                new Message(text), SAFE, null, guarded))));
    }

    private void replace(String person) {
        var uploads = clients.api(GoldenUploadApi.class, person, Role.POLICY_AUTHOR);
        var file = "text,outcome\nDrums at noon,violates\n".getBytes(StandardCharsets.UTF_8);
        var upload =
                uploads.upload(
                        "honest-author",
                        Format.CSV,
                        "hand",
                        new InputStreamResource(new ByteArrayInputStream(file)));
        uploads.confirm(
                "honest-author",
                upload.id(),
                new GoldenConfirmation(upload.revision(), Changed.REPLACE));
    }

    private GoldenSetApi golden(String person) {
        return clients.api(GoldenSetApi.class, person, Role.POLICY_AUTHOR);
    }

    private static void refused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("four-eyes");
    }
}
