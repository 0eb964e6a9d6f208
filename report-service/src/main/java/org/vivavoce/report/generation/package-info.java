/**
 * Which fold of the whole history is read, and which is being made beside it.
 */
@NullMarked
package org.vivavoce.report.generation;

import org.jspecify.annotations.NullMarked;
