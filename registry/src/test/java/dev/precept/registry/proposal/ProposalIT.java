package dev.precept.registry.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Rule.Side;
import dev.precept.contracts.proposal.NewProposal;
import dev.precept.contracts.proposal.ProposalApi;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingAnswer.Added;
import dev.precept.contracts.proposal.WordingAnswer.Claimed;
import dev.precept.contracts.proposal.WordingAnswer.Failed;
import dev.precept.contracts.proposal.WordingAnswer.Reworded;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.State;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Overturns;
import dev.precept.registry.testing.Race;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class ProposalIT {

    private static final ModelCard MODEL =
            new ModelCard("writer", "cd".repeat(32), "test", Map.of("temperature", "0"));
    private static final Account ACCOUNT =
            new Account(
                    "They play by day.",
                    1,
                    List.of(),
                    new Account.Tokens(400, 0, 9, 30),
                    new Account.Timing(1, 2, 3));

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;

    private ProposalApi author;
    private WordingTaskApi tasks;
    private FleetApi fleet;
    private WorkerId worker;

    @BeforeEach
    void join() {
        author = clients.api(ProposalApi.class, "ava", Role.POLICY_AUTHOR);
        tasks = clients.api(WordingTaskApi.class, "precept-worker", Role.WORKER);
        fleet = clients.api(FleetApi.class, "precept-worker", Role.WORKER);
        worker = joined();
    }

    @AfterEach
    void leaveNothingBehind() {
        jdbc.update(
                "update wording_proposal set state = 'CANCELLED', ended_at = now() where state in ('WAITING', 'WRITING')");
    }

    @Test
    void aWordingIsAskedForWrittenAndTakenIntoADraftThatNobodySubmits() {
        policies.create("worded");
        var cases = new Overturns(clients, jdbc).of("worded", "Horns at noon", "Horns at one");
        var wish =
                author.propose(
                        "worded",
                        new NewProposal(List.of(cases.get(1), cases.get(0), cases.get(1))));
        assertThat(wish.state()).isEqualTo(State.WAITING);
        assertThat(wish.policyVersion()).isEqualTo(1);

        var task = claim();
        assertThat(task.id()).isEqualTo(wish.id());
        assertThat(task.policy().text()).isEqualTo(LivePolicies.TEXT);
        assertThat(task.rules()).containsExactly("NO1", "NO2", "NO-A1");
        assertThat(task.sides()).containsExactly(Side.VIOLATES, Side.SAFE);
        assertThat(task.corrections().getFirst().content().asText()).isEqualTo("Horns at one");
        assertThat(task.corrections().getFirst().said().outcome()).isEqualTo(Outcome.VIOLATES);
        assertThat(task.corrections().getFirst().said().rules()).containsExactly("NO1");
        assertThat(task.corrections().getFirst().right().outcome()).isEqualTo(Outcome.SAFE);
        assertThat(task.corrections().getFirst().reason()).isEqualTo("it is music by day");
        assertThat(author.get("worded", wish.id()).state()).isEqualTo(State.WRITING);
        assertThat(tasks.claim(new WordingTaskApi.Claim(joined()))).isEmpty();

        tasks.answer(task.id(), reworded(task, "NO1", "Plays loud music between ten and six."));
        var proposed = author.get("worded", wish.id());
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(proposed.model()).isEqualTo(MODEL);
        assertThat(proposed.account()).isEqualTo(ACCOUNT);
        assertThat(proposed.change())
                .isEqualTo(
                        new WordingProposal.Change(
                                "NO1",
                                Side.VIOLATES,
                                "Invites people to play loud music at night.",
                                "Plays loud music between ten and six.",
                                "Night was not said.",
                                2));
        var operator = clients.api(ProposalApi.class, "olga", Role.OPERATOR);
        assertThat(operator.get("worded", wish.id()).change()).isNull();
        assertThat(operator.list("worded", null, null).items())
                .singleElement()
                .extracting(WordingProposal::account)
                .isEqualTo(ACCOUNT.withoutReasoning());
        var versions = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        assertThat(versions.versions("worded")).hasSize(1);

        var draft = author.draft("worded", wish.id());
        assertThat(draft.guarded()).isEqualTo(2);
        var version = versions.version("worded", draft.version());
        assertThat(version.summary().status()).isEqualTo(PolicyVersionStatus.DRAFT);
        assertThat(version.summary().author()).isEqualTo("ava");
        assertThat(version.text())
                .isEqualTo(
                        LivePolicies.TEXT.replace(
                                "Invites people to play loud music at night.",
                                "Plays loud music between ten and six."));
        assertThat(golden("worded"))
                .filteredOn(each -> each.content().asText().startsWith("Horns"))
                .hasSize(2)
                .allMatch(GoldenCase::guarded);
        var drafted = operator.get("worded", wish.id()).change();
        assertThat(drafted)
                .isEqualTo(
                        new WordingProposal.Change(
                                "NO1",
                                Side.VIOLATES,
                                "Invites people to play loud music at night.",
                                "Plays loud music between ten and six.",
                                "",
                                2));
        assertThat(author.list("worded", draft.version(), null).items())
                .singleElement()
                .extracting(WordingProposal::id)
                .isEqualTo(wish.id());
        assertThat(author.list("worded", 1, null).items()).isEmpty();
        assertThatThrownBy(() -> author.draft("worded", wish.id()))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("Version 2 was opened with this wording");
        assertThat(ledger("worded"))
                .containsSubsequence(
                        "policy.wording.requested",
                        "policy.wording.proposed",
                        "policy.version.drafted",
                        "policy.draft.from-corrections",
                        "policy.wording.drafted")
                .endsWith("policy.wording.drafted");
        assertThat(
                        jdbc.queryForList(
                                "select payload::text from ledger_entry where subject = 'policy:worded'",
                                String.class))
                .noneMatch(payload -> payload.contains("Horns") || payload.contains("between ten"));
    }

    @Test
    void aNewRuleGetsTheNextIdOfItsSide() {
        var wish = waiting("added", "Gongs at noon");
        var task = claim();
        tasks.answer(
                task.id(),
                new Added(claimed(task), Side.SAFE, "Rings gongs at noon.", "", 1, MODEL, ACCOUNT));
        var change = Objects.requireNonNull(author.get("added", wish).change());
        assertThat(change.rule()).isEqualTo("NO-A2");
        assertThat(change.was()).isNull();
        var draft = author.draft("added", wish);
        assertThat(
                        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                                .version("added", draft.version())
                                .rules())
                .hasSize(4);
    }

    @Test
    void whatIsNoChangeOfOneRuleFailsInWords() {
        for (var answer : List.of("NO7", "NO1")) {
            var wish = waiting("unfit-" + answer.toLowerCase(Locale.ROOT), "Gongs at one");
            var task = claim();
            tasks.answer(
                    task.id(),
                    reworded(task, answer, "Invites people to play loud music at night."));
            var failed = author.get(task.policy().slug(), wish);
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.failure())
                    .extracting(WordingProposal.Failure::code)
                    .isEqualTo("unfit-wording");
            assertThatThrownBy(() -> author.draft(task.policy().slug(), wish))
                    .isInstanceOf(HttpClientErrorException.Conflict.class);
        }
    }

    @Test
    void aTaskOfALostWorkerGoesToAnotherAndTheLateAnswerIsRefused() {
        var wish = waiting("lost", "Gongs at two");
        assertThat(tasks.claim(new WordingTaskApi.Claim(new WorkerId(UUID.randomUUID()))))
                .as("a worker that nobody knows")
                .isEmpty();
        var late = claim();
        fleet.stop(worker);
        worker = joined();
        var second = claim();
        assertThat(second.id()).isEqualTo(wish);
        assertThat(second.attempt()).isEqualTo(2);
        assertThatThrownBy(() -> tasks.answer(late.id(), reworded(late, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);

        tasks.answer(second.id(), new Failed(claimed(second), "too-slow", "no answer", true));
        assertThat(author.get("lost", wish).state()).isEqualTo(State.WAITING);
        assertThat(tasks.claim(new WordingTaskApi.Claim(worker))).as("it pauses").isEmpty();
        jdbc.update("update wording_proposal set not_before = now() where id = ?", wish.value());
        var third = claim();
        fleet.stop(worker);
        worker = joined();
        assertThat(tasks.claim(new WordingTaskApi.Claim(worker))).isEmpty();
        var failed = author.get("lost", wish);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure())
                .extracting(WordingProposal.Failure::code)
                .isEqualTo("worker-lost");
        assertThatThrownBy(() -> tasks.answer(third.id(), reworded(third, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void aWorkerThatAsksPastItsTaskHasLostItAndGetsItAgain() {
        var wish = waiting("again", "Gongs at eight");
        var first = claim();
        var second = claim();
        assertThat(second.id()).isEqualTo(wish);
        assertThat(second.attempt()).isEqualTo(2);
        assertThatThrownBy(() -> tasks.answer(first.id(), reworded(first, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        tasks.answer(second.id(), reworded(second, "NO1", "Plays gongs at night."));
        assertThat(author.get("again", wish).state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void aWorkerThatStopsGetsNothingNewAndKeepsWhatItHas() {
        var wish = waiting("drained", "Gongs at nine");
        var task = claim();
        fleet.drain(worker);
        assertThat(tasks.claim(new WordingTaskApi.Claim(worker))).isEmpty();
        assertThat(tasks.claim(new WordingTaskApi.Claim(joined()))).isEmpty();
        tasks.answer(task.id(), reworded(task, "NO1", "Plays gongs at night."));
        assertThat(author.get("drained", wish).state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void aCancelledWordingIsNotTaken() {
        var wish = waiting("cancelled", "Gongs at three");
        var task = claim();
        assertThat(author.cancel("cancelled", wish).state()).isEqualTo(State.CANCELLED);
        assertThat(author.cancel("cancelled", wish).state()).isEqualTo(State.CANCELLED);
        assertThatThrownBy(() -> tasks.answer(task.id(), reworded(task, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        assertThat(author.get("cancelled", wish).change()).isNull();
        assertThatThrownBy(() -> author.draft("cancelled", wish))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void twoWorkersNeverGetOneTask() throws Exception {
        waiting("raced", "Gongs at four");
        var got = new AtomicInteger();
        var claims =
                Stream.generate(this::joined)
                        .limit(4)
                        .map(each ->
                                (Callable<Integer>)
                                        () ->
                                                got.addAndGet(
                                                        tasks.claim(new WordingTaskApi.Claim(each))
                                                                .size()))
                        .toList();
        assertThat(Race.of(claims)).containsOnly(Race.DONE);
        assertThat(got).hasValue(1);
    }

    @Test
    void wishesAndAnswersThatMakeNoSenseAreRefused() {
        var wish = waiting("refused", "Gongs at five");
        assertThatThrownBy(() ->
                        author.propose(
                                "refused", new NewProposal(List.of(new CaseId(UUID.randomUUID())))))
                .isInstanceOf(HttpClientErrorException.NotFound.class)
                .hasMessageContaining("1 of 1 cases are no overturned ones");
        assertThatThrownBy(() -> author.propose("refused", new NewProposal(List.of())))
                .hasMessageContaining("give 1 to 500");
        assertThatThrownBy(() ->
                        author.propose(
                                "refused",
                                new NewProposal(
                                        Stream.generate(() -> new CaseId(UUID.randomUUID()))
                                                .limit(501)
                                                .toList())))
                .hasMessageContaining("501 cases");
        assertThatThrownBy(() -> author.get("other", wish))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        var task = claim();
        assertThatThrownBy(() -> tasks.answer(task.id(), reworded(task, "NO1", "x".repeat(2_001))))
                .hasMessageContaining("1 to 2,000 characters");
        assertThatThrownBy(() -> tasks.answer(task.id(), reworded(task, "NO1", "two\nlines")))
                .hasMessageContaining("one line");
        var reviewer = clients.api(ProposalApi.class, "rita", Role.REVIEWER);
        assertThat(reviewer.get("refused", wish).state()).isEqualTo(State.WRITING);
        assertThatThrownBy(() -> reviewer.cancel("refused", wish))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        var notAWorker = clients.api(WordingTaskApi.class, "ava", Role.POLICY_AUTHOR);
        assertThatThrownBy(() -> notAWorker.claim(new WordingTaskApi.Claim(worker)))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void nobodyFillsTheQueueOfTheWritersForOnePolicy() {
        policies.create("eager");
        var cases = new Overturns(clients, jdbc).of("eager", "Gongs at six");
        for (int wish = 0; wish < ProposalDesk.MOST_OPEN; wish++) {
            author.propose("eager", new NewProposal(cases));
        }
        assertThatThrownBy(() -> author.propose("eager", new NewProposal(cases)))
                .isInstanceOf(HttpClientErrorException.TooManyRequests.class);
    }

    @Test
    void theDatabaseKeepsAProposalAsItWas() {
        var wish = waiting("kept", "Gongs at seven");
        var task = claim();
        tasks.answer(task.id(), reworded(task, "NO1", "Plays gongs between ten and six."));
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update wording_proposal set text = 'other' where id = ?",
                                wish.value()))
                .isInstanceOfAny(
                        UncategorizedDataAccessException.class,
                        DataIntegrityViolationException.class)
                .hasMessageContaining("stays as it was");
        assertThatThrownBy(() ->
                        jdbc.update("delete from wording_proposal where id = ?", wish.value()))
                .isInstanceOf(Exception.class);
    }

    private ProposalId waiting(String slug, String text) {
        policies.create(slug);
        var cases = new Overturns(clients, jdbc).of(slug, text);
        return author.propose(slug, new NewProposal(cases)).id();
    }

    private WordingTask claim() {
        var claimed = tasks.claim(new WordingTaskApi.Claim(worker));
        assertThat(claimed).hasSize(1);
        return claimed.getFirst();
    }

    private WorkerId joined() {
        var id = new WorkerId(UUID.randomUUID());
        fleet.register(id, new WorkerRegistration("writer", "openai", MODEL, 1, "1.0", true));
        return id;
    }

    private Claimed claimed(WordingTask task) {
        return new Claimed(worker, task.attempt());
    }

    private Reworded reworded(WordingTask task, String rule, String text) {
        return new Reworded(
                claimed(task),
                rule,
                text,
                "Night was not said.",
                task.corrections().size(),
                MODEL,
                ACCOUNT);
    }

    private List<GoldenCase> golden(String slug) {
        return clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR).list(slug, null).items();
    }

    private List<String> ledger(String slug) {
        return jdbc.query(
                "select type from ledger_entry where subject = ? order by sequence",
                (row, _) -> row.getString("type"),
                "policy:" + slug);
    }
}
