package dev.precept.registry.signal;

import java.util.Collection;
import java.util.function.Consumer;

/// Sends and receives signals.
public interface Signals {

    /// Sends when the caller's transaction commits, to every registry, this one included.
    ///
    /// @param payload at most 7,999 bytes; equal signals of one transaction are sent once
    void send(Channel channel, String payload);

    /// As [#send], for many payloads in one round trip; none at all costs nothing.
    void sendAll(Channel channel, Collection<String> payloads);

    /// @param listener called on the one listening thread: it must be quick and must not throw; an
    ///   empty payload means that signals may have been missed
    void onSignal(Channel channel, Consumer<String> listener);

    /// What a signal is about.
    enum Channel {
        /// Jobs may be waiting.
        WORK,
        /// An item got a verdict, or a job of it ended without; the payload is the item's id.
        VERDICT,
        /// A worker leaves; the payload is its id.
        LEAVING
    }
}
