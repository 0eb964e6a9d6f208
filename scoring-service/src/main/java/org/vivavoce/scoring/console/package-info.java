/**
 * The pages on which a panel member rates and recommends during an interview.
 */
@NullMarked
package org.vivavoce.scoring.console;

import org.jspecify.annotations.NullMarked;
