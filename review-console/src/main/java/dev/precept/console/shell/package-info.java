/// The frame around every view: navigation, who is signed in, light and dark, and what is shown
/// when something goes wrong.
@NullMarked
package dev.precept.console.shell;

import org.jspecify.annotations.NullMarked;
