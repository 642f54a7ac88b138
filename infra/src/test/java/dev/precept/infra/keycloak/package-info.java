/// The registry behind a real Keycloak: its distribution from Maven Central, started on the realm
/// of this module.
@NullMarked
package dev.precept.infra.keycloak;

import org.jspecify.annotations.NullMarked;
