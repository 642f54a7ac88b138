package dev.precept.inference.onnx;

/// `ONNXTensorElementDataType`, as far as models here use it.
public enum ElementType {
    FLOAT(1, 4),
    UINT8(2, 1),
    INT8(3, 1),
    INT32(6, 4),
    INT64(7, 8),
    FLOAT16(10, 2),
    BFLOAT16(16, 2);

    private final int code;
    private final int bytes;

    ElementType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /// As it stands in ONNX files and in the C API.
    public int code() {
        return code;
    }

    public int bytes() {
        return bytes;
    }

    static ElementType of(int code) {
        for (var type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("element type " + code + " is not supported");
    }
}
