package dev.precept.inference.safeguard;

import dev.precept.inference.Wish.ReasoningListener;
import dev.precept.inference.engine.Generation;
import dev.precept.inference.harmony.AnswerReader;
import dev.precept.inference.harmony.Channel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Carries reasoning from the engine's thread, which must not wait, to the thread that asked.
final class Overheard implements AnswerReader.Listener {

    private static final String END = "";

    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

    @Override
    public void text(Channel channel, String piece) {
        if (channel == Channel.ANALYSIS) {
            pieces.add(piece);
        }
    }

    /// Tells the listener everything until the generation ended.
    void tell(ReasoningListener listener, Generation generation) throws InterruptedException {
        generation.whenDone(() -> pieces.add(END));
        for (String piece = pieces.take(); !piece.equals(END); piece = pieces.take()) {
            listener.reasoning(piece);
        }
    }
}
