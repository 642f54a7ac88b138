/// Content and policies as text on the screen. Neither is ever run as markup: content is text nodes
/// only, and raw HTML in a policy is shown as it was written.
@NullMarked
package dev.precept.console.content;

import org.jspecify.annotations.NullMarked;
