/// The registry as the console sees it: the interfaces of `contracts`, called with the signed-in
/// person's own token. A refusal arrives as a [dev.precept.contracts.problem.PreceptException].
@NullMarked
package dev.precept.console.registry;

import org.jspecify.annotations.NullMarked;
