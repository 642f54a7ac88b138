/// The golden set of a policy: contents that it must get right, added by hand or from files, and
/// the sets that were frozen for evaluations. Contents are blurred until a person asks for them.
@NullMarked
package dev.precept.console.golden;

import org.jspecify.annotations.NullMarked;
