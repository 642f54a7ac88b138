package dev.precept.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.precept.inference.embedding.BgeSmall;
import dev.precept.inference.embedding.TextEmbedder;
import dev.precept.inference.embedding.WholeText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// The real model against a registry over real HTTP.
class EmbeddingMemberTest {

    private static final String MODEL = "ab".repeat(32);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(5);

    private final Logger logger = (Logger) LoggerFactory.getLogger(EmbeddingMember.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void everythingThatIsMissingIsEmbedded() throws Exception {
        var texts = texts("Plum cake", "A night train", "Snow", "A late bus", "Bread");
        try (var registry = new StubRegistry(texts);
                var model = BgeSmall.load()) {
            member(registry, () -> model, NEVER).embedAll();
            assertThat(registry.kept().keySet()).isEqualTo(texts.keySet());
            assertThat(Objects.requireNonNull(registry.kept().get("key-3")).vector())
                    .isEqualTo(WholeText.embed(model, "A late bus"));
        }
    }

    @Test
    void theModelIsNotLoadedForNothing() {
        var loads = new AtomicInteger();
        try (var registry = new StubRegistry(Map.of())) {
            member(
                            registry,
                            () -> {
                                loads.incrementAndGet();
                                return BgeSmall.load();
                            },
                            NEVER)
                    .embedAll();
            assertThat(registry.answers()).containsExactly(200);
        }
        assertThat(loads).hasValue(0);
    }

    @Test
    void textsThatFailHoldUpNoOthersAndAreTriedAgain() {
        var texts = texts("Torn page", "Broken cup", "Torn sail", "Plum cake", "Snow");
        try (var registry = new StubRegistry(texts);
                var model = new FailingEmbedder(BgeSmall.load())) {
            var member = member(registry, () -> model, NEVER);
            member.embedAll();
            assertThat(registry.kept()).containsOnlyKeys("key-3", "key-4");
            assertThat(log.list)
                    .filteredOn(event -> event.getLevel() == Level.WARN)
                    .hasSize(3)
                    .allSatisfy(event ->
                            assertThat(event.getFormattedMessage())
                                    .contains("key-")
                                    .doesNotContain("page", "cup", "sail"));
            model.mend();
            member.embedAll();
            assertThat(registry.kept().keySet()).isEqualTo(texts.keySet());
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerIsAskedAgainAndOnlyDebugTellsOfIt() throws Exception {
        try (var registry = new StubRegistry(texts("Plum cake"))) {
            registry.ails(true);
            var member = member(registry, BgeSmall::load, AT_ONCE);
            member.start();
            assertThat(registry.answers().poll(10, TimeUnit.SECONDS)).isEqualTo(503);
            assertThat(registry.answers().poll(10, TimeUnit.SECONDS)).isEqualTo(503);
            registry.ails(false);
            awaitVector(registry);
            member.stop();
            assertThat(registry.kept()).containsOnlyKeys("key-0");
            assertThat(log.list).isNotEmpty().allMatch(event -> event.getLevel() == Level.DEBUG);
        }
    }

    @Test
    void aModelThatCannotBeLoadedIsTriedAgain() throws Exception {
        var loads = new AtomicInteger();
        try (var registry = new StubRegistry(texts("Plum cake"))) {
            var member =
                    member(
                            registry,
                            () -> {
                                if (loads.incrementAndGet() < 3) {
                                    throw new IllegalStateException("no weights");
                                }
                                return BgeSmall.load();
                            },
                            AT_ONCE);
            member.start();
            awaitVector(registry);
            member.stop();
            assertThat(loads).hasValue(3);
        }
    }

    @Test
    void stoppingEndsTheThreadAndClosesTheModel() throws Exception {
        try (var registry = new StubRegistry(texts("Plum cake"))) {
            var model = new FailingEmbedder(BgeSmall.load());
            var member = member(registry, () -> model, AT_ONCE);
            member.start();
            awaitVector(registry);
            assertThat(member.isRunning()).isTrue();
            assertThat(model.closed()).isZero();
            member.stop();
            assertThat(member.isRunning()).isFalse();
            assertThat(model.closed()).isEqualTo(1);
        }
    }

    @Test
    void theEngineThatDoesNothingAsksForNothing() {
        try (var registry = new StubRegistry(texts("Plum cake"))) {
            var member =
                    new EmbeddingMember(
                            registry.client(), false, () -> MODEL, BgeSmall::load, AT_ONCE);
            member.start();
            assertThat(member.isRunning()).isFalse();
            member.stop();
            assertThat(registry.answers()).isEmpty();
        }
    }

    private static void awaitVector(StubRegistry registry) throws InterruptedException {
        Integer status;
        do {
            status = registry.answers().poll(20, TimeUnit.SECONDS);
            assertThat(status).isNotNull();
        } while (status != 204);
    }

    private static EmbeddingMember member(
            StubRegistry registry, Supplier<TextEmbedder> load, Duration pause) {
        return new EmbeddingMember(registry.client(), true, () -> MODEL, load, pause);
    }

    private static Map<String, String> texts(String... texts) {
        var byKey = new LinkedHashMap<String, String>();
        for (int index = 0; index < texts.length; index++) {
            byKey.put("key-" + index, texts[index]);
        }
        return byKey;
    }
}
