package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Race;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegistryTest
class PolicyRacesIT {

    private static final int RUNNERS = 8;
    private static final String CONFLICT = "409";

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void ofManyWhoCreateOnePolicyOneDoesAndItStaysTheirs() throws Exception {
        var outcomes =
                Race.of(
                        IntStream.range(0, RUNNERS)
                                .<Callable<?>>mapToObj(number ->
                                        () ->
                                                author("ava" + number)
                                                        .create(
                                                                new NewPolicy(
                                                                        "one",
                                                                        "Name " + number,
                                                                        "What it is.",
                                                                        "team")))
                                .toList());
        assertThat(outcomes).filteredOn(Race.DONE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(CONFLICT::equals).hasSize(RUNNERS - 1);
        assertThat(author("ava").get("one").name())
                .isEqualTo("Name " + outcomes.indexOf(Race.DONE));
        assertThat(entries("one", "policy.created")).isEqualTo(1);
    }

    @Test
    void draftIsSubmittedOnce() throws Exception {
        draft("submits");
        var outcomes =
                Race.of(
                        IntStream.range(0, RUNNERS)
                                .<Callable<?>>mapToObj(
                                        _ -> () -> author("ava").submit("submits", 1))
                                .toList());
        assertThat(outcomes).filteredOn(Race.DONE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(CONFLICT::equals).hasSize(RUNNERS - 1);
        assertThat(entries("submits", "policy.version.submitted")).isEqualTo(1);
    }

    @Test
    void whatIsApprovedIsWhatWasSubmittedWhoeverSavesMeanwhile() throws Exception {
        var revision = draft("saves");
        Race.of(
                List.of(
                        () -> author("ava").submit("saves", 1),
                        () -> author("ava").save("saves", 1, new DraftEdit(revision, "other"))));
        var version = author("ava").version("saves", 1);
        var submitted = version.summary().status() == PolicyVersionStatus.IN_REVIEW;
        assertThat(version.text()).isEqualTo(submitted ? LivePolicies.TEXT : "other");
    }

    @Test
    void versionIsEitherApprovedOrDeclined() throws Exception {
        draft("decided");
        var sha256 = String.valueOf(author("ava").submit("decided", 1).summary().sha256());
        var deciders = new ArrayList<Callable<?>>();
        for (int number = 0; number < RUNNERS / 2; number++) {
            var approver = clients.api(PolicyApi.class, "ben" + number, Role.POLICY_APPROVER);
            deciders.add(() -> approver.approve("decided", 1, new Approval(sha256, "fine")));
            deciders.add(() -> approver.decline("decided", 1, new Decline("not yet")));
        }
        var outcomes = Race.of(deciders);
        assertThat(outcomes).filteredOn(Race.DONE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(CONFLICT::equals).hasSize(RUNNERS - 1);
        assertThat(entries("decided", "policy.version.approved"))
                .isEqualTo(1 - entries("decided", "policy.version.declined"));
    }

    @Test
    void importsInOppositeOrderDoNotWaitForEachOtherForEver() throws Exception {
        draft("imports");
        var api = clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR);
        var cases = IntStream.range(0, 500).mapToObj(number -> golden("Drums " + number)).toList();
        var forwards = new GoldenImport("hand", cases);
        var backwards = new GoldenImport("hand", cases.reversed());
        var outcomes =
                Race.of(
                        IntStream.range(0, RUNNERS)
                                .<Callable<?>>mapToObj(number ->
                                        () ->
                                                api.importCases(
                                                        "imports",
                                                        number % 2 == 0 ? forwards : backwards))
                                .toList());
        assertThat(outcomes).containsOnly(Race.DONE);
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from golden_case where slug = 'imports'",
                                Integer.class))
                .isEqualTo(500);
        assertThat(entries("imports", "golden.cases.added")).isEqualTo(1);
    }

    private PolicyApi author(String name) {
        return clients.api(PolicyApi.class, name, Role.POLICY_AUTHOR);
    }

    private int draft(String slug) {
        author("ava").create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
        return author("ava").draft(slug, new NewDraft(LivePolicies.TEXT)).summary().revision();
    }

    private int entries(String slug, String type) {
        var count =
                jdbc.queryForObject(
                        "select count(*) from ledger_entry where subject = ? and type = ?",
                        Integer.class,
                        "policy:" + slug,
                        type);
        return count == null ? 0 : count;
    }

    private static NewGoldenCase golden(String text) {
        return new NewGoldenCase(
                new Message(text), new GoldenExpectation(Outcome.VIOLATES, "noise", "NO1"), null);
    }
}
