/**
 * The pages of scorecards, on a screen and on paper.
 */
@NullMarked
package org.vivavoce.report.page;

import org.jspecify.annotations.NullMarked;
