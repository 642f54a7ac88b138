/// Who migrates the schema when the registry starts: the owner of the tables if one is named,
/// nobody if it is done elsewhere, the registry's own role otherwise. The registry works as its own
/// role only, and gives that role what it needs.
@NullMarked
package dev.precept.registry.schema;

import org.jspecify.annotations.NullMarked;
