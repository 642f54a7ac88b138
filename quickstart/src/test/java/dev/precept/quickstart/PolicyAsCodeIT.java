package dev.precept.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.quickstart.testing.Answer;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A policy goes out into a folder, is changed there, and comes back as a draft that is measured.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyAsCodeIT {

    private static final String SLUG = "kitchen-talk";
    private static final String SECRET = "Soup has another name from Monday.";
    private static final String SENTENCE = "Decide whether a post keeps to cooking.";

    private final RunningQuickstart quickstart = RunningQuickstart.shared();

    @TempDir private Path folder;
    private Path policy = Path.of("");

    /// A policy of this test's own: the text of the spam policy, a few of its golden cases.
    @BeforeEach
    void writeFolder() throws Exception {
        var exported = folder.resolve("exported");
        assertThat(policy("export", exported, "spam").code()).isZero();
        policy = folder.resolve("mine").resolve(SLUG);
        Files.createDirectories(policy);
        Files.writeString(
                policy.resolve("policy.json"),
                """
                {"slug": "%s", "name": "Kitchen talk", "description": "Keeps to cooking.", "owningTeam": "Forum"}
                """
                        .formatted(SLUG));
        Files.copy(exported.resolve("spam/policy.md"), policy.resolve("policy.md"));
        try (var lines = Files.lines(exported.resolve("spam/golden.jsonl"))) {
            Files.write(policy.resolve("golden.jsonl"), lines.limit(12).toList());
        }
    }

    @Test
    @Order(1)
    void whatIsExportedTwiceIsTheSameAndDiffersFromNothing() throws Exception {
        var one = folder.resolve("one");
        var two = folder.resolve("two");

        assertThat(policy("export", one, "spam", "personal-data").code()).isZero();
        assertThat(policy("export", two, "spam", "personal-data").code()).isZero();

        for (var file : List.of("policy.json", "policy.md", "golden.jsonl", "gates.json")) {
            assertThat(two.resolve("spam").resolve(file))
                    .hasSameBinaryContentAs(one.resolve("spam").resolve(file));
        }
        var diff = policy("diff", one);
        assertThat(diff.code()).as(diff.out() + diff.err()).isZero();
    }

    @Test
    @Order(2)
    void aFolderBecomesADraftOnceAndIsMeasuredAgainstItsGates() throws Exception {
        assertThat(policy("diff", policy).code()).isEqualTo(1);

        var first = policy("import", policy);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("made the policy", "12 golden cases", "version 1");
        var second = policy("import", policy);
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err()).contains("there already").doesNotContain("version");
        assertThat(policy("diff", policy).code()).isZero();

        gates("{\"gates\": [{\"kind\": \"RECALL\", \"limit\": 0.01}]}");
        assertThat(policy("import", policy, "--gates").err()).contains("set 1 gates");
        var passed = eval();
        assertThat(passed.code()).as(passed.out() + passed.err()).isZero();
        assertThat(passed.out()).contains("12 cases judged", "accuracy", "recall: ");

        gates("{\"gates\": [{\"kind\": \"F1\", \"limit\": 1.0}]}");
        assertThat(policy("import", policy, "--gates").code()).isZero();
        assertThat(eval().code()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void casesThatSaySomethingElseAreChangedAndWhatIsLeftIsNamed() throws Exception {
        var golden = policy.resolve("golden.jsonl");
        var lines = Files.readAllLines(golden);
        var noted =
                lines.getFirst().replaceFirst("\"note\":\"[^\"]*\"", "\"note\":\"Seen again.\"");
        Files.write(golden, Stream.concat(Stream.of(noted), lines.stream().skip(2)).toList());
        gates("{\"gates\": [{\"kind\": \"F1\", \"limit\": 0.5}]}");

        var partly = policy("import", policy);
        assertThat(partly.code()).as(partly.err()).isEqualTo(2);
        assertThat(partly.err())
                .contains("changed 1 golden cases", "1 golden cases are in the registry only")
                .contains("--retire", "the gates differ", "--gates")
                .doesNotContain("there already");
        var again = policy("import", policy);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).doesNotContain("changed");
        assertThat(policy("diff", policy).code()).isEqualTo(1);

        var whole = policy("import", policy, "--retire", "--gates");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.err()).contains("took out of use 1 golden cases", "set 1 gates");
        assertThat(policy("diff", policy).code()).isZero();
        var exported = folder.resolve("changed");
        assertThat(policy("export", exported, SLUG).code()).isZero();
        assertThat(Files.readAllLines(exported.resolve(SLUG).resolve("golden.jsonl")))
                .hasSize(11)
                .filteredOn(line -> line.contains("Seen again."))
                .hasSize(1);
    }

    @Test
    @Order(4)
    void aDraftWithAnotherTextIsNotWrittenOverUnasked() throws Exception {
        var text = Files.readString(policy.resolve("policy.md"));
        Files.writeString(
                policy.resolve("policy.md"),
                text.replace("## Instructions", "## Instructions\n" + SENTENCE));

        var diff = policy("diff", policy);
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.out()).contains("+" + SENTENCE);
        var refused = policy("import", policy);
        assertThat(refused.code()).isEqualTo(69);
        assertThat(refused.err()).contains("--replace-draft", "ava");

        var replaced = policy("import", policy, "--replace-draft", "--submit");
        assertThat(replaced.code()).as(replaced.err()).isZero();
        assertThat(replaced.err()).contains("wrote version 1", "submitted version 1");
        assertThat(policy("import", policy, "--submit").err()).contains("there already");
    }

    @Test
    @Order(5)
    void aPrivateDraftOfSomebodyElseIsPassedOverAndNamed() throws Exception {
        privateDraftOf("nora");
        var exported = folder.resolve("seen");
        var written = policy("export", exported, SLUG);
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.err()).contains("version 1");
        assertThat(policy("diff", exported).code()).isZero();
        assertThat(policy("export", exported, SLUG, "--version", "2").err())
                .contains("Version 2 of kitchen-talk is a draft of nora")
                .doesNotContain(SECRET);

        var text = Files.readString(policy.resolve("policy.md"));
        Files.writeString(
                policy.resolve("policy.md"),
                text.replace("## Instructions", "## Instructions\n" + SENTENCE + " Be kind."));
        var imported = policy("import", policy);
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err())
                .contains("wrote version 3, a draft, beside version 2, a private draft of nora");
        assertThat(policy("import", policy).err()).contains("there already");
        assertThat(policy("diff", policy).code()).isZero();
    }

    @Test
    @Order(6)
    void aTextWithErrorsIsNotImportedAndTheLineIsNamed() throws Exception {
        Files.writeString(policy.resolve("policy.md"), "---\nlabels: {}\n---\n# Nothing\n");

        var answer = policy("import", policy);

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).containsPattern("policy\\.md:[0-9]+: error: ");
    }

    @Test
    @Order(6)
    void whatDoesNotExistIsSaid() throws Exception {
        assertThat(policy("export", folder, "no-such").err()).contains("no policy no-such", "spam");
        assertThat(quickstart.run("policy", "eval", "no-such").err()).contains("no policy no-such");
        var unknown =
                quickstart.run("policy", "eval", "spam", "--same-items", new UUID(0, 7).toString());
        assertThat(unknown.code()).isEqualTo(69);
        assertThat(unknown.err()).contains("There is no evaluation");
        assertThat(quickstart.run("policy", "eval", "spam", "--same-items", "the last").code())
                .isEqualTo(64);
        assertThat(quickstart.run("policy", "diff", folder.resolve("gone").toString()).err())
                .contains("is no folder");
        assertThat(
                        RunningQuickstart.runAlone(
                                        List.of(
                                                "policy",
                                                "diff",
                                                policy.toString(),
                                                "--registry",
                                                quickstart.registry().toString()))
                                .err())
                .contains("PRECEPT_TOKEN");
    }

    /// The demo has one author only, so the draft is written as the registry would keep it.
    private void privateDraftOf(String author) throws IOException, SQLException {
        try (var connection = quickstart.database();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into policy_version (id, slug, number, status, revision, text,
                                       author, last_editor, editors, lineage, created_at, updated_at)
                                values (gen_random_uuid(), ?, 2, 'DRAFT', 0, ?, ?, ?, array[?], 0,
                                        now(), now())
                                """)) {
            insert.setString(1, SLUG);
            insert.setString(2, SECRET);
            for (int index = 3; index <= 5; index++) {
                insert.setString(index, author);
            }
            insert.executeUpdate();
        }
    }

    private void gates(String json) throws IOException {
        Files.writeString(policy.resolve("gates.json"), json);
    }

    private Answer eval() throws IOException, InterruptedException {
        return quickstart.run("policy", "eval", SLUG, "--patience", "100");
    }

    private Answer policy(String command, Path folder, String... others)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("policy", command, folder.toString()));
        arguments.addAll(List.of(others));
        return quickstart.run(arguments);
    }
}
