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
        assertThat(found.changed()).isEqualTo(1);
        assertThat(found.goldenElsewhere()).isEqualTo(1);
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
