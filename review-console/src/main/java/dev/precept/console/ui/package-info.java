/// Small parts that every view is made of.
@NullMarked
package dev.precept.console.ui;

import org.jspecify.annotations.NullMarked;
