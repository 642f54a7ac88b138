/// The workers that classify: how one registers, and how the fleet looks from outside.
@NullMarked
package dev.precept.contracts.fleet;

import org.jspecify.annotations.NullMarked;
