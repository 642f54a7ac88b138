/// What is kept on disk between starts: secrets, and folders as a whole.
@NullMarked
package dev.precept.quickstart.kept;

import org.jspecify.annotations.NullMarked;
