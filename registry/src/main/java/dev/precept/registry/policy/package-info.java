/// Policies, their versions and aliases. A submitted version is an immutable bundle named by its
/// SHA-256; approvals bind to that hash.
@NullMarked
package dev.precept.registry.policy;

import org.jspecify.annotations.NullMarked;
