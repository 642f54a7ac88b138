package dev.precept.inference.engine;

import dev.precept.inference.sampling.Logits;

/// Measures every call into a decoder.
final class MeteredDecoder implements Decoder {

    private final Decoder decoder;
    private final EngineMeter meter;

    MeteredDecoder(Decoder decoder, EngineMeter meter) {
        this.decoder = decoder;
        this.meter = meter;
    }

    @Override
    public Limits limits() {
        return decoder.limits();
    }

    @Override
    public Logits prefill(int row, int position, int[] tokens, int from, int to) {
        var event = new PrefillEvent();
        event.begin();
        long start = System.nanoTime();
        var logits = decoder.prefill(row, position, tokens, from, to);
        meter.prefilled(to - from, System.nanoTime() - start);
        event.tokens = to - from;
        event.position = position;
        event.commit();
        return logits;
    }

    @Override
    public Step decode(int first, int rows, int[] tokens, int[] positions) {
        var event = new DecodeEvent();
        event.begin();
        long start = System.nanoTime();
        var step = decoder.decode(first, rows, tokens, positions);
        meter.decoded(rows, System.nanoTime() - start);
        event.rows = rows;
        event.commit();
        return step;
    }

    @Override
    public void copy(int from, int to, int positions) {
        decoder.copy(from, to, positions);
    }

    @Override
    public Snapshot capture(int row, int positions) {
        return decoder.capture(row, positions);
    }

    @Override
    public void restore(Snapshot snapshot, int row) {
        decoder.restore(snapshot, row);
    }

    @Override
    public long snapshotBytes(int positions) {
        return decoder.snapshotBytes(positions);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
