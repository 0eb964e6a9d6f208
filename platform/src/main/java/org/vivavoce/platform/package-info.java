/**
 * What every service shares. Nothing of the interview domain lives here.
 */
@NullMarked
package org.vivavoce.platform;

import org.jspecify.annotations.NullMarked;
