/**
 * Pages: one shell, one style sheet, one way to show what went wrong.
 */
@NullMarked
package org.vivavoce.platform.page;

import org.jspecify.annotations.NullMarked;
