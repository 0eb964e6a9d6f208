/**
 * Score sheets as pure records: how events change them, the rules of rating and
 * recommending, and what each viewer sees of them.
 */
@NullMarked
package org.vivavoce.scoring.sheet;

import org.jspecify.annotations.NullMarked;
