/**
 * Errors as RFC 9457 problem details.
 */
@NullMarked
package org.vivavoce.platform.problem;

import org.jspecify.annotations.NullMarked;
