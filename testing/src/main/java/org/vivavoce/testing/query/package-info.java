/**
 * What services ask the store for in their tests, and whether an index serves it.
 */
@NullMarked
package org.vivavoce.testing.query;

import org.jspecify.annotations.NullMarked;
