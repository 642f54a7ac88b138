/// Content items: what was submitted, kept once and read by queue, review and search. Content
/// leaves this package only towards those who may see it.
@NullMarked
package dev.precept.registry.item;

import org.jspecify.annotations.NullMarked;
