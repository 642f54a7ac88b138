/// What is judged: a user message, a completion, or a whole chat. Content is sensitive: it never
/// enters logs, metrics, URLs or error messages, which is why these types do not print it.
@NullMarked
package dev.precept.contracts.content;

import org.jspecify.annotations.NullMarked;
