/// The review console: what people see and do. It owns no data and decides no rule; everything goes
/// through the registry's API with the signed-in person's own token.
@NullMarked
package dev.precept.console;

import org.jspecify.annotations.NullMarked;
