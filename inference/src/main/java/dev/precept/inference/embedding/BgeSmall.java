package dev.precept.inference.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// bge-small-en-v1.5 in int8, from the class path: the vector at `[CLS]`, scaled to length 1.
///
/// One session serves all threads, each call on its caller's thread. A call carries one text,
/// because in int8 the company of other texts changes a vector. English only.
public final class BgeSmall implements TextEmbedder {

    private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int WINDOW = 510;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPiece wordPiece;
    private final Model model;

    private BgeSmall(byte[] weights, Map<String, Integer> vocabulary) throws OrtException {
        this.wordPiece = new WordPiece(vocabulary);
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            this.session = environment.createSession(weights, options);
        }
        this.model =
                new Model(
                        "bge-small-en-v1.5 int8",
                        sha256(weights),
                        "onnxruntime " + environment.getVersion() + " cpu",
                        Map.of("pooling", "cls"));
    }

    /// Reads weights and vocabulary; takes about a second.
    ///
    /// @throws IllegalStateException if they are missing or ONNX Runtime refuses them
    public static BgeSmall load() {
        try {
            var vocabulary = new HashMap<String, Integer>();
            JsonMapper.shared()
                    .readTree(resource(TOKENIZER))
                    .path("model")
                    .path("vocab")
                    .properties()
                    .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
            return new BgeSmall(resource(WEIGHTS), vocabulary);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot load " + WEIGHTS, e);
        }
    }

    /// The SHA-256 of the weights, in hex, without loading them into a runtime.
    public static String digest() {
        return sha256(resource(WEIGHTS));
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public int window() {
        return WINDOW;
    }

    @Override
    public Tokens tokenize(String text) {
        return wordPiece.tokenize(text);
    }

    @Override
    public float[] embed(Tokens tokens, int from, int to) throws ClassificationException {
        int length = to - from + 2;
        if (length > WINDOW + 2 || length < 2) {
            throw new IllegalArgumentException(
                    (length - 2) + " tokens are outside the window of 0 to " + WINDOW);
        }
        long[] ids = new long[length];
        ids[0] = wordPiece.id("[CLS]");
        for (int i = from; i < to; i++) {
            ids[i - from + 1] = tokens.ids()[i];
        }
        ids[length - 1] = wordPiece.id("[SEP]");
        long[] mask = new long[length];
        Arrays.fill(mask, 1);
        try (var input = tensor(ids);
                var attention = tensor(mask);
                var types = tensor(new long[length]);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", input,
                                        "attention_mask", attention,
                                        "token_type_ids", types))) {
            var states = (OnnxTensor) result.get(0);
            var vector = new float[(int) states.getInfo().getShape()[2]];
            states.getFloatBuffer().get(vector);
            return unit(vector);
        } catch (OrtException e) {
            throw new ClassificationException(
                    "runtime-failed", "ONNX Runtime failed on " + length + " tokens", true, e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not release the session", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-24)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static byte[] resource(String name) {
        try (InputStream in = BgeSmall.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
