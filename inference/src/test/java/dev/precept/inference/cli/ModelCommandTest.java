package dev.precept.inference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {

    private static final String SHAPE =
            """
            {"model_type": "gpt_oss", "num_hidden_layers": 2, "hidden_size": 64,
             "intermediate_size": 64, "num_attention_heads": 4, "num_key_value_heads": 2,
             "head_dim": 16, "num_local_experts": 4, "num_experts_per_tok": 2, "vocab_size": 512,
             "sliding_window": 8, "max_position_embeddings": 1024}
            """;

    @TempDir private Path folder;

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    @Test
    void anExportIsCheckedOnlyAsAskedAndOnADeviceThatIsKnown() throws IOException {
        String config = file("shape.json", SHAPE);
        String model = folder.resolve("model").toString();
        String[] random = {"export", "--random", "--config", config, "--to", model};
        assertThat(ModelCommand.execute(with(random, "--no-verify"))).isZero();
        assertThat(written(out)).contains("wrote").doesNotContain("checked");
        assertThat(ModelCommand.execute(with(random, "--check-on", "tpu"))).isEqualTo(64);
        assertThat(written(err)).contains("'tpu'", "cpu or cuda");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aRandomCheckpointIsExportedCheckedAndInspected() throws IOException {
        String config = file("shape.json", SHAPE);
        String checkpoint = folder.resolve("checkpoint").toString();
        String model = folder.resolve("model").toString();
        assertThat(ModelCommand.execute("random", "--config", config, "--to", checkpoint)).isZero();
        assertThat(
                        ModelCommand.execute(
                                "export", "--from", checkpoint, "--to", model, "--name", "tiny"))
                .isZero();
        assertThat(written(out)).contains("100 %", "checked layer 1");
        assertThat(ModelCommand.execute("inspect", model, "--digest")).isZero();
        assertThat(written(out))
                .contains("name: tiny", "2 × com.microsoft:QMoE", "model.onnx.data", "sha-256: ");
    }

    @Test
    void randomWeightsBecomeAModelAtOnce() throws IOException {
        String config = file("shape.json", SHAPE);
        String model = folder.resolve("model").toString();
        assertThat(
                        ModelCommand.execute(
                                "export",
                                "--random",
                                "--config",
                                config,
                                "--precision",
                                "f32",
                                "--to",
                                model))
                .isZero();
        assertThat(written(out)).contains("checked layer 0");
    }

    @Test
    void theBenchPrintsWhatAModelGives() throws IOException {
        String model = randomModel();
        assertThat(ModelCommand.execute(bench(model, "700", "2,4"))).isZero();
        assertThat(written(out))
                .containsPattern("policy of 700 tokens: [0-9.]+ contents/s kept computed")
                .containsPattern("answers,  2 rows: +[0-9.]+ tokens/s, +1.00 times the first")
                .contains("answers,  4 rows");
    }

    @Test
    void aBenchThatTheModelHasNoRoomForIsAUsageError() throws IOException {
        String model = randomModel();
        assertThat(ModelCommand.execute(bench(model, "800", "1"))).isEqualTo(64);
        assertThat(written(err)).contains("--policy-tokens may be 768 at most");
        assertThat(ModelCommand.execute(bench(model, "100", "0"))).isEqualTo(64);
        assertThat(written(err)).contains("--rows must be at least 1, not 0");
    }

    private static String[] bench(String model, String policyTokens, String rows) {
        return new String[] {
            "bench", model, "--policy-tokens", policyTokens, "--contents", "3", "--rows", rows
        };
    }

    private String randomModel() throws IOException {
        String config = file("shape.json", SHAPE);
        String model = folder.resolve("model").toString();
        assertThat(ModelCommand.execute("export", "--random", "--config", config, "--to", model))
                .isZero();
        return model;
    }

    @Test
    void wrongOptionsAreAUsageError() throws IOException {
        String config = file("shape.json", SHAPE);
        assertThat(ModelCommand.execute("export", "--to", "x")).isEqualTo(64);
        assertThat(ModelCommand.execute("inspect", "a", "b")).isEqualTo(64);
        assertThat(
                        ModelCommand.execute(
                                "export",
                                "--random",
                                "--config",
                                config,
                                "--to",
                                "x",
                                "--precision",
                                "int3"))
                .isEqualTo(64);
        assertThat(written(err)).contains("precision 'int3' is not known");
    }

    @Test
    void whatDoesNotFitIsSaidInOneLine() throws IOException {
        file("config.json", SHAPE.replace("gpt_oss", "llama"));
        assertThat(
                        ModelCommand.execute(
                                "export", "--from", folder.toString(), "--to", folder + "/to"))
                .isEqualTo(65);
        assertThat(written(err)).contains("'llama'").hasLineCount(1);
        assertThat(ModelCommand.execute("inspect", folder.toString())).isEqualTo(65);
        assertThat(written(err)).contains("genai_config.json").hasLineCount(2);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String written(ByteArrayOutputStream to) {
        return to.toString(StandardCharsets.UTF_8);
    }
}
