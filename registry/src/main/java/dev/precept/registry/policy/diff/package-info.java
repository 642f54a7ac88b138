/// Two texts of a policy beside each other: as law, by rule, example, definition and setting, and
/// line by line. Works on texts alone; nothing here knows of versions, people or the database.
@NullMarked
package dev.precept.registry.policy.diff;

import org.jspecify.annotations.NullMarked;
