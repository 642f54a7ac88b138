package dev.precept.worker.embedding;

import dev.precept.contracts.correction.Embedding;
import dev.precept.contracts.correction.EmbeddingApi;
import dev.precept.contracts.correction.Embeddings;
import dev.precept.contracts.correction.TextKey;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.embedding.BgeSmall;
import dev.precept.inference.embedding.TextEmbedder;
import dev.precept.inference.embedding.WholeText;
import dev.precept.inference.onnx.Library;
import dev.precept.worker.engine.EngineProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Embeds what the registry asks for, whatever the engine is, unless it is the one that does
/// nothing, or runs on an ONNX Runtime of its own. The model is loaded when there is something to
/// embed.
@Component
class EmbeddingMember implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EmbeddingMember.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final EmbeddingApi registry;
    private final boolean embeds;
    private final Supplier<String> digest;
    private final Supplier<TextEmbedder> load;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable String model;
    private @Nullable TextEmbedder embedder;
    private volatile @Nullable Thread thread;

    @Autowired
    EmbeddingMember(EmbeddingApi registry, EngineProperties engine) {
        this(
                registry,
                !engine.engine().equals("null") && !Library.isForeign(),
                BgeSmall::digest,
                BgeSmall::load,
                PAUSE);
    }

    EmbeddingMember(
            EmbeddingApi registry,
            boolean embeds,
            Supplier<String> digest,
            Supplier<TextEmbedder> load,
            Duration pause) {
        this.registry = registry;
        this.embeds = embeds;
        this.digest = digest;
        this.load = load;
        this.pause = pause;
    }

    @Override
    public void start() {
        if (embeds) {
            thread = Thread.ofVirtual().name("precept-embed").start(this::keepEmbedding);
        }
    }

    private void keepEmbedding() {
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                embedAll();
            }
        } catch (InterruptedException stop) {
            log.debug("embedding was interrupted", stop);
        } finally {
            var loaded = embedder;
            if (loaded != null) {
                loaded.close();
            }
        }
    }

    /// Embeds until nothing is missing but what failed; that is tried again after the pause. No
    /// failure ends the loop, and [EmbeddingApi#MOST_EXCEPTIONS] texts do not hold up the others.
    void embedAll() {
        var failed = new LinkedHashSet<String>();
        try {
            var model = model();
            var missing = registry.missing(model, failed);
            while (!missing.isEmpty() && stopping.getCount() > 0) {
                var vectors = embedded(missing, failed);
                if (!vectors.isEmpty()) {
                    registry.keep(new Embeddings(model, vectors));
                }
                if (failed.size() > EmbeddingApi.MOST_EXCEPTIONS) {
                    return;
                }
                missing = registry.missing(model, failed);
            }
        } catch (RestClientException
                | AuthenticationException
                | OAuth2AuthorizationException unreachable) {
            log.debug("the registry takes no vectors now", unreachable);
        } catch (RuntimeException defect) {
            log.warn("embedding is tried again: {}", defect.getClass().getSimpleName());
        }
    }

    /// Taken over all weights, so not before it is needed, and once.
    private String model() {
        var known = model;
        if (known == null) {
            known = digest.get();
            model = known;
        }
        return known;
    }

    private List<Embedding> embedded(List<TextKey> texts, Set<String> failed) {
        var loaded = embedder;
        if (loaded == null) {
            loaded = load.get();
            embedder = loaded;
        }
        var vectors = new ArrayList<Embedding>();
        for (var text : texts) {
            if (stopping.getCount() == 0) {
                break;
            }
            try {
                vectors.add(new Embedding(text.key(), WholeText.embed(loaded, text.text())));
            } catch (ClassificationException | RuntimeException failure) {
                failed.add(text.key());
                log.warn(
                        "{} could not be embedded: {}",
                        text.key(),
                        failure.getClass().getSimpleName());
            }
        }
        return vectors;
    }

    @Override
    public void stop() {
        stopping.countDown();
        var embedding = thread;
        if (embedding != null) {
            try {
                embedding.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        var embedding = thread;
        return embedding != null && embedding.isAlive();
    }
}
