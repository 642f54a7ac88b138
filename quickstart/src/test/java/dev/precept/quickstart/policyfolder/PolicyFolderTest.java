package dev.precept.quickstart.policyfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.verdict.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFolderTest {

    private static final NewPolicy HEAD = new NewPolicy("tea", "Tea talk", "Keeps tea.", "Forum");

    @TempDir private Path folder;

    @Test
    void whatWasWrittenIsReadBackAndWrittenTheSame() throws IOException {
        var policy =
                new PolicyFolder(
                        HEAD,
                        "# Tea\n",
                        List.of(safe("water boils"), violates("buy cheap tea")),
                        List.of(new Gate(Gate.Kind.RECALL, 0.95)));

        policy.write(folder);
        var read = PolicyFolder.read(folder);
        read.write(folder.resolve("again"));

        assertThat(read).isEqualTo(policy);
        for (var file : List.of("policy.json", "policy.md", "golden.jsonl", "gates.json")) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve(file));
        }
    }

    @Test
    void theOrderOfCasesDoesNotMatter() {
        var one = new PolicyFolder(HEAD, "", List.of(safe("a"), safe("b")), null);
        var other = new PolicyFolder(HEAD, "", List.of(safe("b"), safe("a")), null);

        assertThat(one).isEqualTo(other);
    }

    @Test
    void aMalformedCaseIsNamedByItsLineAndNotQuoted() throws IOException {
        new PolicyFolder(HEAD, "# Tea\n", List.of(safe("a")), null).write(folder);
        Files.writeString(
                folder.resolve("golden.jsonl"),
                "\n{\"content\":{\"kind\":\"message\",\"text\":\"a secret recipe\"}",
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("golden.jsonl:2")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aMalformedHeadIsNamedByItsLine() throws IOException {
        new PolicyFolder(HEAD, "# Tea\n", List.of(), null).write(folder);
        Files.writeString(folder.resolve("policy.json"), "{\n  \"slug\": \"tea\",\n  \"nam");

        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("policy.json:3");
    }

    @Test
    void aFieldThatNobodyKnowsIsNamedByItsPlaceAndNotQuoted() throws IOException {
        new PolicyFolder(HEAD, "# Tea\n", List.of(safe("a")), null).write(folder);

        golden(
                "{'content':{'kind':'message','text':'a'},'expected':{'outcome':'SAFE'},'protcted':true}");
        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .hasMessageContaining("golden.jsonl:1: a field that is not known")
                .hasMessageContaining("content, expected, note, protected")
                .hasMessageNotContaining("protcted");

        golden(
                "{'content':{'kind':'message','text':'a','lang':'en'},'expected':{'outcome':'SAFE'}}");
        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .hasMessageContaining("known there: language, text");

        head("'slug':'tea','name':'Tea','description':'','owningTeam':'Forum',\n'colour':'red'");
        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .hasMessageContaining("policy.json:2: a field that is not known")
                .hasMessageContaining("description, name, owningTeam, slug");
        head("'slug':'tea','nmae':'Tea','description':'','owningTeam':'Forum'");
        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .hasMessageContaining("policy.json:1: name is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'content':{'kind':'message','text':'a'}}                                                        | expected is missing
                    {'content':{'kind':'message','text':'a'},'expected':{}}                                          | expected.outcome is missing
                    {'expected':{'outcome':'SAFE'}}                                                                  | content is missing
                    null                                                                                             | null says nothing
                    {'content':{'kind':'message','text':' '},'expected':{'outcome':'SAFE'}}                          | its content has 1 characters
                    {'content':{'kind':'message','text':'a'},'expected':{'outcome':'MAYBE'}}                         | in expected.outcome
                    {'content':{'kind':'message','text':'a'},'expected':{'outcome':'SAFE'},'note':'x','note':'y'}    | not readable
                    {'content':{'kind':'chat','turns':[{'role':'user'}]},'expected':{'outcome':'SAFE'}}              | in content.turns.[0]
                    """)
    void aLineThatIsNoWholeCaseIsRefused(String line, String complaint) throws IOException {
        new PolicyFolder(HEAD, "# Tea\n", List.of(safe("a")), null).write(folder);
        golden(line);

        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("golden.jsonl:1: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void aContentThatStandsTwiceIsNamedByBothLinesAndNotQuoted() throws IOException {
        new PolicyFolder(HEAD, "# Tea\n", List.of(), null).write(folder);
        golden(
                """
                {'content':{'kind':'message','text':'A  secret recipe'},'expected':{'outcome':'SAFE'}}

                {'content':{'kind':'message','text':'a secret recipe'},'expected':{'outcome':'VIOLATES'}}
                """);

        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .hasMessageContaining("golden.jsonl:3: the content of line 1 again")
                .hasMessageNotContaining("recipe");
    }

    @Test
    void aFileThatLacksAFieldOrAsksForAGateTwiceIsRefused() throws IOException {
        new PolicyFolder(HEAD, "# Tea\n", List.of(), List.of()).write(folder);
        var gates = folder.resolve("gates.json");

        Files.writeString(gates, "{\"gates\": [{\"kind\": \"RECALL\"}]}");
        assertThatThrownBy(() -> PolicyFolder.read(folder)).hasMessageContaining("gates.json:1: ");
        Files.writeString(
                gates,
                "{\"gates\": [{\"kind\": \"F1\", \"limit\": 0.5}, {\"kind\": \"F1\", \"limit\": 0.9}]}");
        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .hasMessageContaining("gates.json has F1 twice");
    }

    @Test
    void aTextThatIsNoUtf8IsNamed() throws IOException {
        new PolicyFolder(HEAD, "# Tea\n", List.of(), null).write(folder);
        Files.write(folder.resolve("policy.md"), new byte[] {'T', (byte) 0xE9});

        assertThatThrownBy(() -> PolicyFolder.read(folder)).hasMessageContaining("not UTF-8");
    }

    @Test
    void aMissingFileAndAFolderWithoutPoliciesAreNamed() {
        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .hasMessageContaining("policy.json is missing");
        assertThatThrownBy(() -> PolicyFolders.below(folder)).hasMessageContaining("no policy");
        assertThatThrownBy(() -> PolicyFolders.below(folder.resolve("nowhere")))
                .hasMessageContaining("is no folder");
    }

    @Test
    void endsOfLinesDoNotCountAsChanges() throws IOException {
        var stored = new PolicyFolder(HEAD, "# Tea\n\ntext", List.of(), null);
        new PolicyFolder(HEAD, "# Tea\n\ntext\n", List.of(), null).write(folder);
        Files.writeString(folder.resolve("policy.md"), "# Tea\r\n\r\ntext\r\n");

        assertThat(Differences.between(PolicyFolder.read(folder), stored).none()).isTrue();
    }

    @Test
    void differencesAreFoundOneByOne() {
        var there =
                new PolicyFolder(
                        HEAD,
                        "# Tea\nold\n",
                        List.of(safe("Water  boils"), safe("only there"), safe("other now")),
                        List.of(new Gate(Gate.Kind.RECALL, 0.9)));
        var here =
                new PolicyFolder(
                        HEAD,
                        "# Tea\nnew\n",
                        List.of(safe("water boils"), violates("other now"), safe("only here")),
                        List.of(new Gate(Gate.Kind.RECALL, 0.95)));

        var found = Differences.between(here, there);

        assertThat(found.text()).contains("-old", "+new");
        assertThat(found.added()).containsExactly(safe("only here"));
        assertThat(found.changed()).containsExactly(violates("other now"));
        assertThat(found.elsewhere()).containsExactly(safe("only there"));
        assertThat(found.gates()).containsExactly(new Gate(Gate.Kind.RECALL, 0.95));
        assertThat(found.heading()).isFalse();
    }

    @Test
    void aFolderWithoutGatesSaysNothingOfThem() {
        var there =
                new PolicyFolder(
                        HEAD, "# Tea", List.of(), List.of(new Gate(Gate.Kind.RECALL, 0.9)));

        assertThat(
                        Differences.between(new PolicyFolder(HEAD, "# Tea", List.of(), null), there)
                                .none())
                .isTrue();
    }

    @Test
    void theOrderOfGatesIsNoDifference() {
        var recall = new Gate(Gate.Kind.RECALL, 0.9);
        var wrong = new Gate(Gate.Kind.PROTECTED_WRONG, 0);
        var there = new PolicyFolder(HEAD, "# Tea", List.of(), List.of(recall, wrong));
        var turned = new PolicyFolder(HEAD, "# Tea", List.of(), List.of(wrong, recall));
        var fewer = new PolicyFolder(HEAD, "# Tea", List.of(), List.of(wrong));

        assertThat(Differences.between(turned, there).none()).isTrue();
        assertThat(Differences.between(fewer, there).gates()).containsExactly(wrong);
    }

    /// @param members with apostrophes for quotation marks
    private void head(String members) throws IOException {
        Files.writeString(
                folder.resolve("policy.json"), "{%s}".formatted(members.replace('\'', '"')));
    }

    /// @param json with apostrophes for quotation marks
    private void golden(String json) throws IOException {
        Files.writeString(folder.resolve("golden.jsonl"), json.replace('\'', '"'));
    }

    private static NewGoldenCase safe(String text) {
        return new NewGoldenCase(
                new Message(text), new GoldenExpectation(Outcome.SAFE, null, null), null);
    }

    private static NewGoldenCase violates(String text) {
        return new NewGoldenCase(
                new Message(text, "en"),
                new GoldenExpectation(Outcome.VIOLATES, "trade", "T1"),
                "sells",
                true);
    }
}
