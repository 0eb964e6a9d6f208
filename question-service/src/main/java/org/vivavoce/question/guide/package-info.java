/**
 * How to interview with the questions of the hub, as a page.
 */
@NullMarked
package org.vivavoce.question.guide;

import org.jspecify.annotations.NullMarked;
