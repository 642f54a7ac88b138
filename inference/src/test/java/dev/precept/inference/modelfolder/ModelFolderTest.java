package dev.precept.inference.modelfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.export.Precision;
import dev.precept.inference.export.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {

    @TempDir private Path folder;

    @BeforeEach
    void writeAModel() {
        TinyModels.write(TinyModels.config(4, 2, 8), 1, Precision.F32, folder);
    }

    @Test
    void aFolderOfOurExporterIsRead() {
        var read = ModelFolder.read(folder);
        assertThat(read.name()).isEqualTo("random");
        assertThat(read.vocabulary()).isEqualTo(512);
        assertThat(read.lastPosition()).isTrue();
        assertThat(read.names().pastKey(1)).isEqualTo("past_key_values.1.key");
        assertThat(read.described()).contains("layers: 2", "vocabulary: 512");
    }

    @ParameterizedTest
    @CsvSource({
        "vocab_size, model.vocab_size",
        "context_length, model.context_length",
        "num_hidden_layers, model.decoder.num_hidden_layers",
        "head_size, model.decoder.head_size",
        "filename, model.decoder.filename",
        "attention_mask, model.decoder.inputs.attention_mask",
        "past_key_names, model.decoder.inputs.past_key_names",
        "logits, model.decoder.outputs.logits"
    })
    void aMissingFieldIsNamed(String field, String path) throws IOException {
        edit("\"" + field + "\"", "\"renamed\"");
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"vocab_size\" : 512', '\"vocab_size\" : 511', vocab_size is 511",
        "'\"num_hidden_layers\" : 2', '\"num_hidden_layers\" : 1', num_hidden_layers 1",
        "'\"num_hidden_layers\" : 2', '\"num_hidden_layers\" : 3', past_key_values.2.key",
        "'\"head_size\" : 16', '\"head_size\" : 32', head_size 32",
        "'\"attention_mask\" : \"attention_mask\"', '\"attention_mask\" : \"mask\"', mask"
    })
    void aGraphThatIsNotWhatTheFolderSaysIsRefused(String from, String to, String message)
            throws IOException {
        edit(from, to);
        assertThatThrownBy(() -> TinyModels.open(folder, 1, 64, 16).close())
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anotherModelTypeIsRefusedByName() throws IOException {
        edit("gptoss", "phi3");
        assertThatThrownBy(() -> ModelFolder.read(folder)).hasMessageContaining("'phi3'");
    }

    @Test
    void cutOffFilesAreRefusedWithoutACrash() throws IOException {
        for (String name : new String[] {"model.onnx", "model.onnx.data", "genai_config.json"}) {
            Path file = folder.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int part = 0; part < 8; part++) {
                Files.write(file, Arrays.copyOf(whole, whole.length / 8 * part));
                assertThatThrownBy(() -> TinyModels.open(folder, 1, 64, 16).close())
                        .as("%s, %d eighths", name, part)
                        .isInstanceOfAny(ModelFolderException.class, DecoderException.class);
            }
            Files.write(file, whole);
        }
    }

    @Test
    void aDataFileThatIsTooShortIsNamedWithBothSizes() throws IOException {
        Path data = folder.resolve("model.onnx.data");
        Path graph = folder.resolve("model.onnx");
        assertThat(OnnxGraph.read(graph).operators())
                .containsEntry("com.microsoft:GroupQueryAttention", 2);
        Files.write(data, Arrays.copyOf(Files.readAllBytes(data), 10_000));
        assertThatThrownBy(() -> OnnxGraph.read(graph))
                .isInstanceOf(ModelFolderException.class)
                .hasMessageContaining("model.onnx.data is cut off: it has 10000 bytes");
        Files.delete(data);
        assertThatThrownBy(() -> OnnxGraph.read(graph))
                .hasMessageContaining("needs model.onnx.data, which is not there");
    }

    @Test
    void flippedBytesOfTheGraphNeverCrash() throws IOException {
        Path file = folder.resolve("model.onnx");
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(6);
        for (int run = 0; run < 200; run++) {
            byte[] damaged = whole.clone();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(file, damaged);
            try (var decoder = TinyModels.open(folder, 1, 64, 16)) {
                assertThat(decoder.limits().rows()).isEqualTo(1);
            } catch (DecoderException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void theDigestChangesWithEveryByte() throws IOException {
        String before = ModelDigest.of(ModelFolder.read(folder));
        Path data = folder.resolve("model.onnx.data");
        byte[] whole = Files.readAllBytes(data);
        whole[whole.length / 2] ^= 1;
        Files.write(data, whole);
        assertThat(ModelDigest.of(ModelFolder.read(folder))).hasSize(64).isNotEqualTo(before);
    }

    private void edit(String from, String to) throws IOException {
        Path file = folder.resolve("genai_config.json");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }
}
