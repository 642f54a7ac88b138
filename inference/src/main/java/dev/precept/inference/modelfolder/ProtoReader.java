package dev.precept.inference.modelfolder;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Goes through the fields of one protobuf message, reading nothing that is not asked for.
///
/// Damaged bytes end in an [IndexOutOfBoundsException], never behind the memory.
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final MemorySegment message;
    private long at;
    private int field;
    private long number;
    private MemorySegment bytes = MemorySegment.NULL;

    ProtoReader(MemorySegment message) {
        this.message = message;
    }

    /// Moves to the next field, if there is one.
    boolean next() {
        if (at >= message.byteSize()) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        bytes = MemorySegment.NULL;
        switch ((int) (tag & 7)) {
            case VARINT -> number = varint();
            case FIXED64 -> at += Long.BYTES;
            case FIXED32 -> at += Integer.BYTES;
            case BYTES -> {
                long length = varint();
                bytes = message.asSlice(at, length);
                at += length;
            }
            default -> throw new IndexOutOfBoundsException("no protobuf at byte " + at);
        }
        return true;
    }

    int field() {
        return field;
    }

    long number() {
        return number;
    }

    long length() {
        return bytes.byteSize();
    }

    String text() {
        return new String(bytes.toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    ProtoReader message() {
        return new ProtoReader(bytes);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = message.get(JAVA_BYTE, at++);
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("no protobuf at byte " + at);
    }
}
