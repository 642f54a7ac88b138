package dev.precept.registry.correction;

import dev.precept.contracts.correction.Embedding;
import dev.precept.contracts.correction.EmbeddingApi;
import dev.precept.contracts.correction.Embeddings;
import dev.precept.contracts.correction.TextKey;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands out texts without a vector, and keeps the vectors that come back.
@Service
@Transactional
class EmbeddingDesk {

    private static final int AT_A_TIME = 20;
    private static final Pattern KEY = Pattern.compile("item:[0-9a-f-]{36}|text:[0-9a-f]{64}");
    private static final Pattern MODEL = Pattern.compile("[0-9a-f]{64}");
    private static final double UNIT_TOLERANCE = 0.01;

    private final OverturnedRows overturned;
    private final LiveTexts texts;
    private final Vectors vectors;
    private final Clock clock;

    EmbeddingDesk(OverturnedRows overturned, LiveTexts texts, Vectors vectors, Clock clock) {
        this.overturned = overturned;
        this.texts = texts;
        this.vectors = vectors;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<TextKey> missing(String model, Set<String> except) {
        requireModel(model);
        if (except.size() > EmbeddingApi.MOST_EXCEPTIONS) {
            throw refused(
                    "%,d keys to leave out; name at most %d."
                            .formatted(except.size(), EmbeddingApi.MOST_EXCEPTIONS));
        }
        for (var slug : overturned.policies()) {
            var missing = missing(model, slug, except);
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        return List.of();
    }

    private List<TextKey> missing(String model, String slug, Set<String> except) {
        var wanted =
                Stream.concat(
                                texts.live(slug).stream().flatMap(LiveTexts::of),
                                overturned.newest(slug, CorrectionDesk.MOST_CASES).stream()
                                        .map(each ->
                                                new TextKey(each.key(), each.content().asText())))
                        .distinct()
                        .toList();
        var known = vectors.known(model, wanted.stream().map(TextKey::key).toList());
        return wanted.stream()
                .filter(text -> !known.contains(text.key()) && !except.contains(text.key()))
                .limit(AT_A_TIME)
                .toList();
    }

    public void keep(Embeddings embeddings, String actor) {
        requireModel(embeddings.model());
        if (embeddings.vectors().size() > Embeddings.MAX_VECTORS) {
            throw refused(
                    "%,d vectors; send at most %d at a time."
                            .formatted(embeddings.vectors().size(), Embeddings.MAX_VECTORS));
        }
        for (int index = 0; index < embeddings.vectors().size(); index++) {
            requireSound(index, embeddings.vectors().get(index));
        }
        vectors.keep(embeddings, actor, clock.instant());
    }

    private static void requireSound(int index, Embedding embedding) {
        if (!KEY.matcher(embedding.key()).matches()) {
            throw refused(
                    "The key of vector %d (from 0) is none that was given out.".formatted(index));
        }
        double squares = 0;
        for (float value : embedding.vector()) {
            squares += (double) value * value;
        }
        if (embedding.vector().length > Embeddings.MAX_DIMENSIONS
                || !(Math.abs(squares - 1) < UNIT_TOLERANCE)) {
            throw refused(
                    "Vector %d (from 0) has %,d dimensions and length %.4f; give 1 to %,d and length 1."
                            .formatted(
                                    index,
                                    embedding.vector().length,
                                    Math.sqrt(squares),
                                    Embeddings.MAX_DIMENSIONS));
        }
    }

    private static void requireModel(String model) {
        if (!MODEL.matcher(model).matches()) {
            throw refused("model is the SHA-256 of the weights in hex, 64 characters.");
        }
    }

    private static PreceptException refused(String detail) {
        return new PreceptException(ErrorCode.INVALID_ARGUMENT, detail);
    }
}
