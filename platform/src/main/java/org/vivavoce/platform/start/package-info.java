/**
 * How a service starts, or says in a sentence why it does not.
 */
@NullMarked
package org.vivavoce.platform.start;

import org.jspecify.annotations.NullMarked;
