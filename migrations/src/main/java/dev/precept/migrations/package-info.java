/// The schema: Flyway migrations under db/migration, and a main that applies them.
@NullMarked
package dev.precept.migrations;

import org.jspecify.annotations.NullMarked;
