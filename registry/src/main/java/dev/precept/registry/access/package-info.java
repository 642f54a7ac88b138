/// Who calls: bearer tokens in, an [dev.precept.registry.access.Actor] out. Every address is closed
/// unless a controller's method opens it to roles.
@NullMarked
package dev.precept.registry.access;

import org.jspecify.annotations.NullMarked;
