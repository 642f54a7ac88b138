/// ONNX Runtime's C API through `java.lang.foreign`, on the very library that the Maven jar
/// carries.
///
/// The plain Java API has neither bindings nor tensors on a device; this has. Who makes a native
/// object closes it, once; a session and everything bound to it is used by one thread at a time.
/// Every failed call is an [OrtException] with ONNX Runtime's own words.
@NullMarked
package dev.precept.inference.onnx;

import org.jspecify.annotations.NullMarked;
