/// What lies in a model folder, as onnxruntime-genai's builder or our exporter writes it.
///
/// Reading only; a folder that does not fit is refused with the name of the field.
@NullMarked
package dev.precept.inference.modelfolder;

import org.jspecify.annotations.NullMarked;
