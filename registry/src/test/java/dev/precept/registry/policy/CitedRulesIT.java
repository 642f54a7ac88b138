package dev.precept.registry.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.golden.GoldenUpload.Counts;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Replacement;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class CitedRulesIT {

    private static final String SECOND = "- **NO2** Urges *neighbours* to hurry\n  at night.\n";

    /// [LivePolicies#TEXT] without NO2.
    private static final String WITHOUT =
            LivePolicies.TEXT
                    .replace(SECOND, "- **NO3** Urges neighbours to hurry late at night.\n")
                    .replace("haste: [NO2]", "haste: [NO3]")
                    .replace("VIOLATES NO2", "VIOLATES NO3");

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies live;
    @Autowired private RuleSuccession succession;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void ruleThatGoldenCasesExpectDoesNotVanishSilently() {
        live.create("cited");
        golden("cited", "Run, it is late!", "NO2");
        golden("cited", "Run faster!", "NO2");
        golden("cited", "Run to the moon!", "XX9");
        var number = author().draft("cited", new NewDraft(WITHOUT)).summary().number();
        assertThatThrownBy(() -> author().submit("cited", number))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("rules-cited")
                .hasMessageContaining("NO2 by 2 golden cases")
                .hasMessageNotContaining("XX9");
        assertThat(cited("cited", number))
                .containsExactly(new CitedRule("NO2", 0, 2, false, null, "", "NO3"));
        save("cited", number, replaced("NO2: NO3"));
        assertThat(cited("cited", number))
                .containsExactly(new CitedRule("NO2", 0, 2, true, "NO3", "", "NO3"));
        var sha256 = Objects.requireNonNull(author().submit("cited", number).summary().sha256());
        assertThat(author().bundle(sha256).replaced())
                .containsExactly(new Replacement("NO2", "NO3", ""));
        assertThatThrownBy(() ->
                        jdbc.update(
                                "update policy_version set text = replace(text, 'NO2: NO3', 'NO2:"
                                        + " NO1') where slug = 'cited' and number = ?",
                                number))
                .rootCause()
                .hasMessageContaining("only while it is a draft");
    }

    @Test
    void openCasesCountUntilTheyAreDecided() {
        live.create("openly");
        clients.api(ClassificationApi.class, "shop", Role.SUBMITTER)
                .classify(
                        new ClassificationRequest(
                                List.of("openly"), new Message("Drums?", null), null, null),
                        0,
                        null);
        new Judge(clients).all(1, "openly", Outcome.VIOLATES, 0.1);
        var text =
                LivePolicies.TEXT
                        .replace("**NO1**", "**NO8**")
                        .replace("[NO1]", "[NO8]")
                        .replace("VIOLATES NO1", "VIOLATES NO8");
        var number = author().draft("openly", new NewDraft(text)).summary().number();
        assertThatThrownBy(() -> author().submit("openly", number))
                .hasMessageContaining("NO1 by 1 open case.");
        assertThat(cited("openly", number))
                .containsExactly(new CitedRule("NO1", 1, 0, false, null, "", "NO8"));
        jdbc.update("update review_case set state = 'DECIDED' where policy_slug = 'openly'");
        assertThat(author().submit("openly", number).summary().sha256()).isNotNull();
    }

    @Test
    void caseThatComesInDuringReviewKeepsTheRuleThatItCites() {
        live.create("meanwhile");
        var number = author().draft("meanwhile", new NewDraft(WITHOUT)).summary().number();
        var sealed = author().submit("meanwhile", number).summary().sha256();
        golden("meanwhile", "Run, it is late!", "NO2");

        var approval = new Approval(Objects.requireNonNull(sealed), "");
        var ben = clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER);
        assertThat(ben.approve("meanwhile", number, approval).summary().status())
                .isEqualTo(PolicyVersionStatus.IN_REVIEW);
        var requests = clients.api(ChangeRequestApi.class, "ben", Role.POLICY_APPROVER);
        assertThat(requests.request("meanwhile", number).missing())
                .singleElement()
                .asString()
                .contains("NO2 by 1 golden case", "Take the version back");
        var added = goldens().list("meanwhile", null).items().getFirst();
        goldens().retire("meanwhile", added.id());
        assertThat(requests.conclude("meanwhile", number).status())
                .isEqualTo(PolicyVersionStatus.APPROVED);
    }

    @Test
    void wayIsFollowedFromVersionToVersion() {
        var first = live.create("chain");
        golden("chain", "Run, it is late!", "NO2");
        var second = live.approve("chain", replaced("NO2: NO3"));
        var third =
                live.approve(
                        "chain",
                        WITHOUT.replace("NO3", "NO4")
                                .replace("effort: low", "replaced: {NO3: NO4}"));
        var fourth =
                live.approve(
                        "chain",
                        LivePolicies.TEXT
                                .replace(SECOND, "")
                                .replace("haste: [NO2]", "haste: [NO1]")
                                .replace("VIOLATES NO2", "VIOLATES NO1")
                                .replace(
                                        "effort: low",
                                        "replaced: {NO4: 'none, because nobody hurries'}"));
        assertThat(way(first)).isEmpty();
        assertThat(way(second)).containsEntry("NO2", Optional.of("NO3"));
        assertThat(way(third)).containsEntry("NO2", Optional.of("NO4"));
        assertThat(way(fourth)).containsEntry("NO2", Optional.empty());
        assertThat(way(live.approve("chain", LivePolicies.TEXT))).isEmpty();
    }

    @Test
    void goldenCasesTellWhereTheirRuleWentOnceTheVersionIsLive() {
        live.create("told");
        golden("told", "Run, it is late!", "NO2");
        golden("told", "Drums at one!", "NO1");
        var second = live.approve("told", replaced("NO2: NO3"));
        assertThat(ways("told")).containsOnly(Optional.empty());

        point("told", second.number());
        assertThat(ways("told"))
                .containsExactly(Optional.empty(), Optional.of(new Replacement("NO2", "NO3", "")));
        var csv = export("told", "CSV");
        assertThat(csv).contains(",rule_now", ",NO2,,,hand,false,NO3", ",NO1,,,hand,false,\r\n");
        assertThat(export("told", "JSONL")).contains("\"replaced\":{\"id\":\"NO2\",\"by\":\"NO3\"");

        var third =
                live.approve(
                        "told",
                        WITHOUT.replace(
                                "effort: low", "replaced: {NO2: 'none, because nobody hurries'}"));
        point("told", third.number());
        assertThat(ways("told"))
                .contains(Optional.of(new Replacement("NO2", null, "nobody hurries")));
        var kept = goldens().list("told", null).items().getLast();
        assertThat(
                        goldens()
                                .change(
                                        "told",
                                        kept.id(),
                                        new GoldenCaseEdit(kept.expected(), "late", true)))
                .extracting(GoldenCase::replaced)
                .isEqualTo(kept.replaced());
        assertThat(goldens().search("told", GoldenSearch.ALL, null).items())
                .extracting(one -> one.expected().ruleId())
                .containsExactlyInAnyOrder("NO1", "NO2");
    }

    @Test
    void anExportComesBackAlsoWithRulesThatWereReplaced() {
        live.create("told-again");
        golden("told-again", "Run, it is late!", "NO2");
        point("told-again", live.approve("told-again", replaced("NO2: NO3")).number());
        var upload =
                clients.api(GoldenUploadApi.class, "ava", Role.POLICY_AUTHOR)
                        .upload(
                                "told-again",
                                Format.CSV,
                                "hand",
                                new InputStreamResource(
                                        new ByteArrayInputStream(
                                                export("told-again", "CSV").getBytes(UTF_8))));
        assertThat(upload.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0));
    }

    @Test
    void draftThatWasNeverApprovedSettlesNothing() {
        live.create("never");
        golden("never", "Run, it is late!", "NO2");
        var declined = author().draft("never", new NewDraft(replaced("NO2: NO3"))).summary();
        author().submit("never", declined.number());
        var next = author().draft("never", new NewDraft(WITHOUT)).summary().number();
        assertThatThrownBy(() -> author().submit("never", next))
                .hasMessageContaining("rules-cited");
    }

    @Test
    void ringOfReplacementsLeadsNowhere() {
        var ring =
                new Successors(
                        Set.of("A1"),
                        List.of(
                                List.of(new Replacement("B1", "B2", "")),
                                List.of(new Replacement("B2", "B1", ""))));
        assertThat(ring.of("B1")).isEmpty();
        assertThat(ring.of("A1")).contains(new Successors.Way("A1", ""));
    }

    private Map<String, Optional<String>> way(PolicyVersionRef version) {
        return succession.of(version, Set.of("NO2"));
    }

    private void save(String slug, int number, String text) {
        int revision = author().version(slug, number).summary().revision();
        author().save(slug, number, new DraftEdit(revision, text));
    }

    private List<CitedRule> cited(String slug, int number) {
        return clients.api(CitedRuleApi.class, "ava", Role.POLICY_AUTHOR).cited(slug, number);
    }

    private List<Optional<Replacement>> ways(String slug) {
        return goldens().list(slug, null).items().stream()
                .map(one -> Optional.ofNullable(one.replaced()))
                .toList();
    }

    private GoldenSetApi goldens() {
        return clients.api(GoldenSetApi.class, "lea", Role.REVIEW_LEAD);
    }

    private void point(String slug, int number) {
        clients.api(PolicyApi.class, "ben", Role.POLICY_ACTIVATOR)
                .pointAlias(slug, "live", new AliasTarget(number));
    }

    private String export(String slug, String format) {
        return Objects.requireNonNull(
                clients.as("ada", Role.AUDITOR)
                        .get()
                        .uri("/v1/policies/" + slug + "/golden-cases/export?format=" + format)
                        .retrieve()
                        .body(String.class));
    }

    private void golden(String slug, String text, String rule) {
        goldens()
                .importCases(
                        slug,
                        new GoldenImport(
                                "hand",
                                List.of(
                                        new NewGoldenCase(
                                                new Message(text, null),
                                                new GoldenExpectation(Outcome.VIOLATES, null, rule),
                                                null))));
    }

    private PolicyApi author() {
        return clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
    }

    private static String replaced(String entry) {
        return WITHOUT.replace("effort: low", "replaced:\n  " + entry);
    }
}
