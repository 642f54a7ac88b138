package dev.precept.registry.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Rule.Side;
import dev.precept.contracts.proposal.NewProposal;
import dev.precept.contracts.proposal.ProposalApi;
import dev.precept.contracts.proposal.WordingAnswer.Added;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.State;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Overturns;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
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

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;

    private ProposalWorld world;

    @BeforeEach
    void begin() {
        world = new ProposalWorld(clients, policies, jdbc);
    }

    @AfterEach
    void leaveNothingBehind() {
        world.close();
    }

    @Test
    void aWordingIsAskedForWrittenAndTakenIntoADraftThatNobodySubmits() {
        policies.create("worded");
        var cases = new Overturns(clients, jdbc).of("worded", "Horns at noon", "Horns at one");
        var wish =
                world.author()
                        .propose(
                                "worded",
                                new NewProposal(List.of(cases.get(1), cases.get(0), cases.get(1))));
        assertThat(wish.state()).isEqualTo(State.WAITING);
        assertThat(wish.policyVersion()).isEqualTo(1);

        var task = world.claim();
        assertThat(task.id()).isEqualTo(wish.id());
        assertThat(task.policy().text()).isEqualTo(LivePolicies.TEXT);
        assertThat(task.rules()).containsExactly("NO1", "NO2", "NO-A1");
        assertThat(task.sides()).containsExactly(Side.VIOLATES, Side.SAFE);
        assertThat(task.corrections().getFirst().content().asText()).isEqualTo("Horns at one");
        assertThat(task.corrections().getFirst().said().outcome()).isEqualTo(Outcome.VIOLATES);
        assertThat(task.corrections().getFirst().said().rules()).containsExactly("NO1");
        assertThat(task.corrections().getFirst().right().outcome()).isEqualTo(Outcome.SAFE);
        assertThat(task.corrections().getFirst().reason()).isEqualTo("it is music by day");
        assertThat(world.author().get("worded", wish.id()).state()).isEqualTo(State.WRITING);
        assertThat(world.tasks().claim(new WordingTaskApi.Claim(world.joined()))).isEmpty();

        world.tasks()
                .answer(
                        task.id(),
                        world.reworded(task, "NO1", "Plays loud music between ten and six."));
        var proposed = world.author().get("worded", wish.id());
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(proposed.model()).isEqualTo(ProposalWorld.MODEL);
        assertThat(proposed.account()).isEqualTo(ProposalWorld.ACCOUNT);
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
                .isEqualTo(ProposalWorld.ACCOUNT.withoutReasoning());
        var versions = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        assertThat(versions.versions("worded")).hasSize(1);

        var draft = world.author().draft("worded", wish.id());
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
        assertThat(world.author().list("worded", draft.version(), null).items())
                .singleElement()
                .extracting(WordingProposal::id)
                .isEqualTo(wish.id());
        assertThat(world.author().list("worded", 1, null).items()).isEmpty();
        jdbc.update(
                """
                insert into policy_version (id, slug, number, status, revision, text, author,
                       last_editor, editors, lineage, base_number, created_at, updated_at)
                values (gen_random_uuid(), 'worded', 3, 'DRAFT', 0, '# Three', 'ava', 'ava',
                        array['ava'], 0, 2, now(), now())
                """);
        assertThat(world.author().list("worded", 3, null).items())
                .as("words go on in what is written from them")
                .extracting(WordingProposal::id)
                .containsExactly(wish.id());
        assertThatThrownBy(() -> world.author().draft("worded", wish.id()))
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
        var wish = world.waiting("added", "Gongs at noon");
        var task = world.claim();
        world.tasks()
                .answer(
                        task.id(),
                        new Added(
                                world.claimed(task),
                                Side.SAFE,
                                "Rings gongs at noon.",
                                "",
                                1,
                                ProposalWorld.MODEL,
                                ProposalWorld.ACCOUNT));
        var change = Objects.requireNonNull(world.author().get("added", wish).change());
        assertThat(change.rule()).isEqualTo("NO-A2");
        assertThat(change.was()).isNull();
        var draft = world.author().draft("added", wish);
        assertThat(
                        clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR)
                                .version("added", draft.version())
                                .rules())
                .hasSize(4);
    }

    @Test
    void whatIsNoChangeOfOneRuleFailsInWords() {
        for (var answer : List.of("NO7", "NO1")) {
            var wish = world.waiting("unfit-" + answer.toLowerCase(Locale.ROOT), "Gongs at one");
            var task = world.claim();
            world.tasks()
                    .answer(
                            task.id(),
                            world.reworded(
                                    task, answer, "Invites people to play loud music at night."));
            var failed = world.author().get(task.policy().slug(), wish);
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.failure())
                    .extracting(WordingProposal.Failure::code)
                    .isEqualTo("unfit-wording");
            assertThatThrownBy(() -> world.author().draft(task.policy().slug(), wish))
                    .isInstanceOf(HttpClientErrorException.Conflict.class);
        }
    }

    @Test
    void wishesAndAnswersThatMakeNoSenseAreRefused() {
        var wish = world.waiting("refused", "Gongs at five");
        assertThatThrownBy(() ->
                        world.author()
                                .propose(
                                        "refused",
                                        new NewProposal(List.of(new CaseId(UUID.randomUUID())))))
                .isInstanceOf(HttpClientErrorException.NotFound.class)
                .hasMessageContaining("1 of 1 cases are no overturned ones");
        assertThatThrownBy(() -> world.author().propose("refused", new NewProposal(List.of())))
                .hasMessageContaining("give 1 to 500");
        assertThatThrownBy(() ->
                        world.author()
                                .propose(
                                        "refused",
                                        new NewProposal(
                                                Stream.generate(() -> new CaseId(UUID.randomUUID()))
                                                        .limit(501)
                                                        .toList())))
                .hasMessageContaining("501 cases");
        assertThatThrownBy(() -> world.author().get("other", wish))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        var task = world.claim();
        assertThatThrownBy(() ->
                        world.tasks()
                                .answer(task.id(), world.reworded(task, "NO1", "x".repeat(2_001))))
                .hasMessageContaining("1 to 2,000 characters");
        assertThatThrownBy(() ->
                        world.tasks().answer(task.id(), world.reworded(task, "NO1", "two\nlines")))
                .hasMessageContaining("one line");
        var reviewer = clients.api(ProposalApi.class, "rita", Role.REVIEWER);
        assertThat(reviewer.get("refused", wish).state()).isEqualTo(State.WRITING);
        assertThatThrownBy(() -> reviewer.cancel("refused", wish))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        var notAWorker = clients.api(WordingTaskApi.class, "ava", Role.POLICY_AUTHOR);
        assertThatThrownBy(() -> notAWorker.claim(new WordingTaskApi.Claim(world.worker())))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void nobodyFillsTheQueueOfTheWritersForOnePolicy() {
        policies.create("eager");
        var cases = new Overturns(clients, jdbc).of("eager", "Gongs at six");
        for (int wish = 0; wish < ProposalDesk.MOST_OPEN; wish++) {
            world.author().propose("eager", new NewProposal(cases));
        }
        assertThatThrownBy(() -> world.author().propose("eager", new NewProposal(cases)))
                .isInstanceOf(HttpClientErrorException.TooManyRequests.class);
    }

    @Test
    void theDatabaseKeepsAProposalAsItWas() {
        var wish = world.waiting("kept", "Gongs at seven");
        var task = world.claim();
        world.tasks()
                .answer(task.id(), world.reworded(task, "NO1", "Plays gongs between ten and six."));
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
