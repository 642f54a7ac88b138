package dev.precept.worker.embedding;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Model;
import dev.precept.inference.embedding.TextEmbedder;
import dev.precept.inference.embedding.Tokens;
import java.util.concurrent.atomic.AtomicInteger;

/// Another embedder, which fails on texts that begin with "Torn" or "Broken", and says so in two
/// ways.
final class FailingEmbedder implements TextEmbedder {

    private final TextEmbedder sound;
    private final AtomicInteger closed = new AtomicInteger();
    private volatile boolean mended;

    FailingEmbedder(TextEmbedder sound) {
        this.sound = sound;
    }

    void mend() {
        mended = true;
    }

    int closed() {
        return closed.get();
    }

    @Override
    public Model model() {
        return sound.model();
    }

    @Override
    public Tokens tokenize(String text) {
        if (!mended && text.startsWith("Torn")) {
            throw new IllegalStateException("torn: " + text);
        }
        return sound.tokenize(text);
    }

    @Override
    public float[] embed(Tokens tokens, int from, int to) throws ClassificationException {
        if (!mended && tokens.ids()[from] == sound.tokenize("broken").ids()[0]) {
            throw new ClassificationException("runtime-failed", "broken", true);
        }
        return sound.embed(tokens, from, to);
    }

    @Override
    public int window() {
        return sound.window();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
        sound.close();
    }
}
