/// Judges through a server that speaks OpenAI's chat completions: vLLM, llama.cpp, Ollama and
/// others. The policy, the answer asked for and its reading are those of the engine of our own;
/// what runs the model is not.
@NullMarked
package dev.precept.inference.openai;

import org.jspecify.annotations.NullMarked;
