package dev.precept.inference.tokenizer;

import com.knuddels.jtokkit.Encodings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The bytes of every ordinary token, in one array: token `id` is
/// `bytes[offset[id]..offset[id+1])`.
///
/// Read once from the rank file that jtokkit carries. Immutable; about 2.5 MB.
public final class Vocabulary {

    /// How many ordinary tokens there are; their ids are 0 until this.
    public static final int ORDINARY = 199_998;

    /// How many ids the models know, special and reserved ones included.
    public static final int SIZE = 201_088;

    private static final String RANKS = "/com/knuddels/jtokkit/o200k_base.tiktoken";

    private final byte[] bytes;
    private final int[] offset;

    private Vocabulary(byte[] bytes, int[] offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    public static Vocabulary o200k() {
        return Holder.O200K;
    }

    /// @throws IllegalArgumentException if the id is no ordinary token
    public int length(int id) {
        check(id);
        return offset[id + 1] - offset[id];
    }

    /// Byte `index` of the token.
    public byte at(int id, int index) {
        return bytes[offset[id] + index];
    }

    /// A copy of the token's bytes.
    public byte[] bytes(int id) {
        check(id);
        return Arrays.copyOfRange(bytes, offset[id], offset[id + 1]);
    }

    /// Orders two tokens by their bytes, unsigned.
    public int compare(int id, int other) {
        return Arrays.compareUnsigned(
                bytes, offset[id], offset[id + 1], bytes, offset[other], offset[other + 1]);
    }

    /// How many bytes two tokens have in common at their beginning.
    public int sharedPrefix(int id, int other) {
        int mismatch =
                Arrays.mismatch(
                        bytes, offset[id], offset[id + 1], bytes, offset[other], offset[other + 1]);
        return mismatch < 0 ? length(id) : mismatch;
    }

    /// Copies the token's bytes and returns how many there were.
    int copy(int id, byte[] target, int at) {
        int length = length(id);
        System.arraycopy(bytes, offset[id], target, at, length);
        return length;
    }

    private static void check(int id) {
        if (id < 0 || id >= ORDINARY) {
            throw new IllegalArgumentException(
                    "token " + id + " has no bytes: ordinary tokens are 0 to " + (ORDINARY - 1));
        }
    }

    private static final class Holder {

        static final Vocabulary O200K = read();

        private static Vocabulary read() {
            byte[][] tokens = new byte[ORDINARY][];
            int total = 0;
            try (var in = Encodings.class.getResourceAsStream(RANKS)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "jtokkit's jar has no " + RANKS + "; use version 1.1.0");
                }
                var lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int space = line.indexOf(' ');
                    byte[] token = Base64.getDecoder().decode(line.substring(0, space));
                    tokens[Integer.parseInt(line.substring(space + 1))] = token;
                    total += token.length;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return pack(tokens, total);
        }

        private static Vocabulary pack(byte[][] tokens, int total) {
            byte[] bytes = new byte[total];
            int[] offset = new int[ORDINARY + 1];
            for (int id = 0; id < ORDINARY; id++) {
                System.arraycopy(tokens[id], 0, bytes, offset[id], tokens[id].length);
                offset[id + 1] = offset[id] + tokens[id].length;
            }
            return new Vocabulary(bytes, offset);
        }
    }
}
