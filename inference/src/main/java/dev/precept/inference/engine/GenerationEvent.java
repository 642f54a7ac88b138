package dev.precept.inference.engine;

import jdk.jfr.Category;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/// A generation ended.
@Name("dev.precept.Generation")
@Label("Generation")
@Category({"Precept", "Engine"})
@StackTrace(false)
final class GenerationEvent extends jdk.jfr.Event {

    @Label("Outcome")
    String outcome = "";

    @Label("Prompt tokens")
    int prompt;

    @Label("Cached tokens")
    int cached;

    @Label("Generated tokens")
    int generated;

    @Label("Queued")
    @Timespan
    long queued;

    @Label("Prefill")
    @Timespan
    long prefill;

    @Label("Decode")
    @Timespan
    long decode;

    static void record(Outcome outcome) {
        var event = new GenerationEvent();
        event.outcome = outcome.getClass().getSimpleName();
        if (outcome instanceof Outcome.Finished(var usage)) {
            event.prompt = usage.prompt();
            event.cached = usage.cached();
            event.generated = usage.generated();
            event.queued = usage.queued().toNanos();
            event.prefill = usage.prefill().toNanos();
            event.decode = usage.decode().toNanos();
        }
        event.commit();
    }
}
