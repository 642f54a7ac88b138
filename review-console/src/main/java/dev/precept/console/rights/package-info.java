/// What the signed-in person may see. It only decides what is shown: the registry decides what is
/// allowed.
@NullMarked
package dev.precept.console.rights;

import org.jspecify.annotations.NullMarked;
