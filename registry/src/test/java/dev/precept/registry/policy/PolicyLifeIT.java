package dev.precept.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Opinion;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.VersionDiff;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.access.Actor;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class PolicyLifeIT {

    private static final Actor AVA = new Actor("ava", Set.of(Role.POLICY_AUTHOR));

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Owner owner;
    @Autowired private PolicyDirectory directory;

    private PolicyApi author() {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private PolicyApi approver() {
        return clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER, Role.POLICY_ACTIVATOR);
    }

    @Test
    void draftIsSubmittedApprovedAndMadeLive() {
        draft("life");
        var submitted = author().submit("life", 1);
        var sha256 = submitted.summary().sha256();
        assertThat(sha256).hasSize(64);
        approver().approve("life", 1, new Approval(String.valueOf(sha256), "fine"));
        var policy = approver().pointAlias("life", "live", new AliasTarget(1));
        assertThat(policy.aliases()).containsEntry("live", 1);
        assertThat(directory.resolve("life").sha256()).isEqualTo(sha256);
        assertThat(directory.resolve("life@1")).isEqualTo(directory.resolve("life@live"));
        var bundle = approver().bundle(String.valueOf(sha256));
        assertThat(bundle.rules()).hasSize(3);
        assertThat(bundle.sha256()).isEqualTo(sha256);
        assertThat(
                        clients.api(LedgerApi.class, "aldo", Role.AUDITOR)
                                .list("policy:life", null, null, null)
                                .items())
                .extracting(LedgerEntry::type)
                .containsExactly(
                        "policy.alias.moved",
                        "policy.version.approved",
                        "policy.version.submitted",
                        "policy.version.drafted",
                        "policy.created");
    }

    @Test
    void authorCannotApproveThroughTheApiNorBySql() {
        draft("eyes");
        var sha256 = String.valueOf(author().submit("eyes", 1).summary().sha256());
        var both = clients.api(PolicyApi.class, "ava", Role.POLICY_APPROVER);
        assertThatThrownBy(() -> both.approve("eyes", 1, new Approval(sha256, "mine")))
                .isInstanceOf(HttpClientErrorException.Forbidden.class)
                .hasMessageContaining("four-eyes");
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update policy_version set status = 'APPROVED', approved_by ="
                                        + " 'ava', approved_at = now() where slug = 'eyes'"))
                .rootCause()
                .hasMessageContaining("four_eyes");
        assertThatThrownBy(() ->
                        jdbc.update("update policy_version set text = 'x' where slug = 'eyes'"))
                .rootCause()
                .hasMessageContaining("only while it is a draft");
        owner.assertNobodyMay("delete from policy_bundle");
    }

    @Test
    void staleSaveIsRefusedWithBothRevisions() {
        var first = draft("stale");
        author().save("stale", 1, new DraftEdit(first, LivePolicies.TEXT + "\nmore"));
        assertThatThrownBy(() -> author().save("stale", 1, new DraftEdit(first, "other")))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("stale-write");
    }

    @Test
    void ofManySavesOnTheSameRevisionOneWins() throws Exception {
        var revision = draft("race");
        assertThat(
                        successes(number ->
                                author().save(
                                                "race",
                                                1,
                                                new DraftEdit(
                                                        revision, LivePolicies.TEXT + number))))
                .isEqualTo(1);
    }

    @Test
    void concurrentDraftsGetNumbersOfTheirOwn() throws Exception {
        draft("many");
        assertThat(successes(number -> author().draft("many", new NewDraft("x")))).isEqualTo(8);
        assertThat(author().versions("many"))
                .extracting(version -> version.number())
                .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void versionsAndPoliciesComePageByPage() {
        for (var slug : List.of("paged-a", "paged-b", "paged-c")) {
            draft(slug);
        }
        for (int more = 0; more < 4; more++) {
            author().draft("paged-a", new NewDraft("x"));
        }
        var first = author().versions("paged-a", null, 3);
        assertThat(first.items()).extracting(version -> version.number()).containsExactly(5, 4, 3);
        var second = author().versions("paged-a", first.next(), 3);
        assertThat(second.items()).extracting(version -> version.number()).containsExactly(2, 1);
        assertThat(second.next()).isNull();

        var policies = author().page("paged-a", 1);
        assertThat(policies.items()).extracting(Policy::slug).containsExactly("paged-b");
        assertThat(author().page(policies.next(), 200).items().getFirst().slug())
                .isEqualTo("paged-c");
        assertThat(author().list())
                .extracting(Policy::slug)
                .contains("paged-a", "paged-b", "paged-c")
                .isSorted();

        for (ThrowingCallable wrong :
                List.<ThrowingCallable>of(
                        () -> author().versions("paged-a", "first", 3),
                        () -> author().versions("paged-a", null, 201),
                        () -> author().page("Not a slug", 3),
                        () -> author().page(null, 0))) {
            assertThatThrownBy(wrong)
                    .isInstanceOf(HttpClientErrorException.UnprocessableContent.class);
        }
    }

    @Test
    void approvalIsBoundToWhatWasRead() {
        draft("bound");
        author().submit("bound", 1);
        approver().decline("bound", 1, new Decline("say more"));
        var again = author().version("bound", 1);
        assertThat(again.summary().status()).isEqualTo(PolicyVersionStatus.DRAFT);
        author().save(
                        "bound",
                        1,
                        new DraftEdit(again.summary().revision(), LivePolicies.TEXT + "\nmore"));
        author().submit("bound", 1);
        assertThatThrownBy(() -> approver().approve("bound", 1, new Approval("0".repeat(64), "")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void whatApproversSaidIsKeptWithWhoAndWhyNewestFirst() {
        draft("opinions");
        var first = String.valueOf(author().submit("opinions", 1).summary().sha256());
        approver().decline("opinions", 1, new Decline("Say what loud means."));
        assertThatThrownBy(() -> approver().opinions("opinions", 1))
                .isInstanceOf(HttpClientErrorException.Forbidden.class)
                .hasMessageContaining("draft-private");
        var edited = author().version("opinions", 1).summary().revision();
        author().save("opinions", 1, new DraftEdit(edited, LivePolicies.TEXT + "\nmore"));
        var second = String.valueOf(author().submit("opinions", 1).summary().sha256());
        approver().approve("opinions", 1, new Approval(second, "Clear now."));

        var rita = clients.api(PolicyApi.class, "rita", Role.REVIEWER);
        assertThat(rita.opinions("opinions", 1))
                .extracting(Opinion::reviewer, Opinion::approves, Opinion::comment, Opinion::sha256)
                .containsExactly(
                        tuple("ben", true, "Clear now.", second),
                        tuple("ben", false, "Say what loud means.", first));
        assertThat(rita.opinions("opinions", 1))
                .extracting(Opinion::givenAt)
                .isSortedAccordingTo(Comparator.reverseOrder());
        var newest = rita.opinions("opinions", 1, null, 1);
        assertThat(newest.items()).extracting(Opinion::comment).containsExactly("Clear now.");
        assertThat(rita.opinions("opinions", 1, newest.next(), 1).items())
                .extracting(Opinion::comment)
                .containsExactly("Say what loud means.");
        assertThatThrownBy(() -> rita.opinions("opinions", 1, "7", 1))
                .hasMessageContaining("invalid-argument");
        assertThatThrownBy(() -> rita.opinions("opinions", 2))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        var shop = clients.api(PolicyApi.class, "shop", Role.SUBMITTER);
        assertThatThrownBy(() -> shop.opinions("opinions", 1))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    @Test
    void documentWithErrorsIsNotSubmitted() {
        author().create(new NewPolicy("broken", "Broken", "A broken one.", "team"));
        author().draft("broken", new NewDraft("# nothing"));
        assertThatThrownBy(() -> author().submit("broken", 1))
                .hasMessageContaining("policy-invalid")
                .hasMessageContaining("findings");
        assertThatThrownBy(() -> directory.resolve("broken@1")).hasMessageContaining("is DRAFT");
        assertThatThrownBy(() -> directory.resolve("broken")).hasMessageContaining("no alias yet");
        assertThatThrownBy(() -> directory.resolve("nowhere@live")).hasMessageContaining("broken");
    }

    @Test
    void playgroundUsesTheDraftAsItStandsSaved() {
        var revision = draft("play");
        var before = directory.resolveForPlayground(AVA, "play@1");
        author().save("play", 1, new DraftEdit(revision, LivePolicies.TEXT + "\nmore"));
        var after = directory.resolveForPlayground(AVA, "play@1");
        assertThat(after.sha256()).isNotEqualTo(before.sha256());
        assertThat(directory.bundle(before.sha256()).text()).isEqualTo(LivePolicies.TEXT);
    }

    @Test
    void differenceIsShownInWords() {
        draft("diff");
        author().draft("diff", new NewDraft(LivePolicies.TEXT.replace("loud music", "soft music")));
        var diff = author().diff("diff", 1, 2);
        assertThat(diff.rows())
                .filteredOn(row -> row.kind() != VersionDiff.Kind.SAME)
                .singleElement()
                .satisfies(row ->
                        assertThat(Objects.requireNonNull(row.right()).segments())
                                .filteredOn(VersionDiff.Segment::changed)
                                .extracting(VersionDiff.Segment::text)
                                .containsExactly("soft"));
    }

    @Test
    void goldenSetKeepsEachContentOnce() {
        draft("golden");
        var api = clients.api(GoldenSetApi.class, "ava", Role.POLICY_AUTHOR);
        var cases =
                IntStream.range(0, 120)
                        .mapToObj(number -> golden("Drums at midnight " + number))
                        .toList();
        assertThat(api.importCases("golden", new GoldenImport("hand", cases)))
                .isEqualTo(new GoldenImport.Result(120, 0));
        var again = List.of(golden("  drums  AT midnight 7"), golden("quiet"));
        assertThat(api.importCases("golden", new GoldenImport("hand", again)))
                .isEqualTo(new GoldenImport.Result(1, 1));
        var first = api.list("golden", null);
        assertThat(first.items()).hasSize(50);
        assertThat(api.list("golden", first.next()).items()).hasSize(50);
        assertThatThrownBy(() ->
                        api.importCases(
                                "golden",
                                new GoldenImport("hand", List.of(golden("new"), golden(" ")))))
                .hasMessageContaining("Case 1");
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from golden_case where slug = 'golden'",
                                Integer.class))
                .isEqualTo(121);
    }

    private int draft(String slug) {
        author().create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
        return author().draft(slug, new NewDraft(LivePolicies.TEXT)).summary().revision();
    }

    private static NewGoldenCase golden(String text) {
        return new NewGoldenCase(
                new Message(text), new GoldenExpectation(Outcome.VIOLATES, "noise", "NO1"), null);
    }

    private interface Attempt {
        Object run(int number);
    }

    private static int successes(Attempt attempt) throws Exception {
        var tasks = new ArrayList<Callable<Object>>();
        IntStream.range(0, 8).forEach(number -> tasks.add(() -> attempt.run(number)));
        int successes = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Object> result : threads.invokeAll(tasks)) {
                successes += result.state() == Future.State.SUCCESS ? 1 : 0;
            }
        }
        return successes;
    }
}
