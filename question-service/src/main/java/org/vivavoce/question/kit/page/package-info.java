/**
 * Kits as pages: the list, each of them, the form, and what it would ask.
 */
@NullMarked
package org.vivavoce.question.kit.page;

import org.jspecify.annotations.NullMarked;
