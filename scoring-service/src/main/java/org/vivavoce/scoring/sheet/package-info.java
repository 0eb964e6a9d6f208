/**
 * Score sheets and the rules for what panel members give; all of it pure.
 */
@NullMarked
package org.vivavoce.scoring.sheet;

import org.jspecify.annotations.NullMarked;
