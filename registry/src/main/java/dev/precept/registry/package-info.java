/// The registry: owns the database and decides everything that must be remembered. Each direct
/// sub-package is a feature with its own tables; features talk through the public types of those
/// packages and through events published inside the transaction.
@NullMarked
package dev.precept.registry;

import org.jspecify.annotations.NullMarked;
