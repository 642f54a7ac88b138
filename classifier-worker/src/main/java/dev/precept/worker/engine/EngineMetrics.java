package dev.precept.worker.engine;

import dev.precept.inference.Classifier;
import dev.precept.inference.engine.EngineFigures;
import dev.precept.inference.safeguard.SafeguardClassifier;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/// What the slot engine does, for engines that have one. Rates are the monitoring's business: here
/// counts and seconds only grow.
@Component
class EngineMetrics implements MeterBinder {

    private static final double NANOS = 1e9;

    private final Classifier classifier;

    EngineMetrics(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        if (!(classifier instanceof SafeguardClassifier engine)) {
            return;
        }
        var counts = new Counts(engine, meters);
        counts.add("finished", EngineFigures::finished);
        counts.add("failed", EngineFigures::failed);
        counts.add("prefill.tokens", figures -> figures.prefill().tokens());
        counts.add("prefill.seconds", figures -> figures.prefill().nanos() / NANOS);
        counts.add("decode.tokens", figures -> figures.decode().tokens());
        counts.add("decode.seconds", figures -> figures.decode().nanos() / NANOS);
        counts.add("decode.steps", figures -> figures.decode().calls());
        counts.add("prefix.hits", EngineFigures::prefixHits);
        counts.add("prefix.misses", EngineFigures::prefixMisses);
        counts.add("queued.seconds", figures -> figures.queuedNanos() / NANOS);
        counts.add("model.seconds", figures -> figures.decoderNanos() / NANOS);
        counts.add("busy.seconds", figures -> figures.busyNanos() / NANOS);
        counts.now("waiting", EngineFigures::waiting);
        counts.now("active", EngineFigures::active);
        counts.now("rows", EngineFigures::rows);
        counts.now("prefix.bytes", EngineFigures::prefixBytes);
    }

    /// Names the figures of one engine.
    private record Counts(SafeguardClassifier engine, MeterRegistry meters) {

        void add(String name, ToDoubleFunction<EngineFigures> figure) {
            FunctionCounter.builder(named(name), engine, of(figure)).register(meters);
        }

        void now(String name, ToDoubleFunction<EngineFigures> figure) {
            Gauge.builder(named(name), engine, of(figure)).register(meters);
        }

        private static String named(String name) {
            return "precept.engine." + name;
        }

        private static ToDoubleFunction<SafeguardClassifier> of(
                ToDoubleFunction<EngineFigures> figure) {
            return classifier -> figure.applyAsDouble(classifier.figures());
        }
    }
}
