package dev.precept.console.testing;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenField;
import dev.precept.contracts.golden.GoldenMapping;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Counts;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUpload.Progress;
import dev.precept.contracts.golden.GoldenUpload.RowProblem;
import dev.precept.contracts.golden.GoldenUpload.SampleRow;
import dev.precept.contracts.golden.GoldenUpload.State;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.verdict.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;

/// At most one upload for `spam`, with three rows; a word that no mapping knows is a problem.
public final class FakeGoldenUploadApi implements GoldenUploadApi {

    /// What the file has in its column of outcomes.
    public static final String ODD_WORD = "nasty";

    private @Nullable GoldenUpload upload;
    private @Nullable GoldenConfirmation confirmation;
    private String received = "";
    private @Nullable RuntimeException failure;

    public void failWith(RuntimeException thrown) {
        failure = thrown;
    }

    /// An upload whose rows are still being read.
    public GoldenUpload checking() {
        return put(State.CHECKING, 1, Map.of(), new Counts(0, 0, 0, 0, 0));
    }

    /// An upload whose rows are all well, one of them contradicting the set.
    public GoldenUpload ready() {
        return put(State.READY, 1, Map.of(ODD_WORD, Outcome.VIOLATES), new Counts(2, 0, 1, 0, 0));
    }

    /// An upload with a row that cannot be read.
    public GoldenUpload wrong() {
        return put(State.READY, 1, Map.of(), new Counts(2, 0, 0, 0, 1));
    }

    public String received() {
        return received;
    }

    public @Nullable GoldenConfirmation confirmation() {
        return confirmation;
    }

    @Override
    public Page<GoldenUpload> page(String slug, @Nullable String cursor, int size) {
        return new Page<>(upload == null ? List.of() : List.of(upload), null);
    }

    @Override
    public GoldenUpload upload(
            String slug, Format format, String source, @Nullable InputStreamResource file) {
        if (failure != null) {
            throw failure;
        }
        try (var content = Objects.requireNonNull(file).getInputStream()) {
            received = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return wrong();
    }

    @Override
    public GoldenUpload get(String slug, GoldenUploadId id) {
        if (upload == null || !upload.id().equals(id)) {
            throw new PreceptException(ErrorCode.NOT_FOUND, "There is no upload " + id + ".");
        }
        return upload;
    }

    @Override
    public GoldenUpload map(
            String slug, GoldenUploadId id, String revision, GoldenMapping mapping) {
        int known = get(slug, id).revision();
        if (!revision.equals(String.valueOf(known))) {
            throw new PreceptException(ErrorCode.STALE_WRITE, "It is at revision " + known + ".");
        }
        var words = Objects.requireNonNullElse(mapping.outcomes(), Map.<String, Outcome>of());
        var all = words.containsKey(ODD_WORD);
        return put(
                State.READY,
                known + 1,
                words,
                all ? new Counts(3, 0, 0, 0, 0) : new Counts(2, 0, 0, 0, 1));
    }

    @Override
    public GoldenUpload confirm(String slug, GoldenUploadId id, GoldenConfirmation wish) {
        var known = get(slug, id);
        confirmation = wish;
        return put(State.IMPORTED, known.revision(), Map.of(), known.counts());
    }

    @Override
    public void discard(String slug, GoldenUploadId id) {
        upload = null;
    }

    private GoldenUpload put(State state, int revision, Map<String, Outcome> words, Counts counts) {
        var id = upload == null ? new GoldenUploadId(UUID.randomUUID()) : upload.id();
        var made =
                new GoldenUpload(
                        id,
                        "spam",
                        Format.CSV,
                        "hand",
                        state,
                        revision,
                        List.of("text", "verdict"),
                        new GoldenMapping(
                                Map.of(GoldenField.TEXT, "text", GoldenField.OUTCOME, "verdict"),
                                words),
                        new Progress(3, state == State.CHECKING ? 1 : 3),
                        counts,
                        counts.wrong() == 0
                                ? List.of()
                                : List.of(
                                        new RowProblem(
                                                3, "verdict", "“nasty” is no outcome; map it.")),
                        List.of(
                                new SampleRow(
                                        2,
                                        Map.of("text", "win a kettle", "verdict", "1"),
                                        new NewGoldenCase(
                                                new Message("win a kettle"),
                                                new GoldenExpectation(
                                                        Outcome.VIOLATES, null, "SP2"),
                                                "A prize.")),
                                new SampleRow(
                                        3,
                                        Map.of("text", "win a spoon", "verdict", ODD_WORD),
                                        null)),
                        "ava",
                        Samples.NOW,
                        Samples.NOW.plus(Duration.ofDays(1)));
        upload = made;
        return made;
    }
}
