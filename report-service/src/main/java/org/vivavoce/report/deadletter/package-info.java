/**
 * Dead letters: records that could not be read, kept where a person can look at them, and
 * what that person decided: to send them again or to discard them.
 */
@NullMarked
package org.vivavoce.report.deadletter;

import org.jspecify.annotations.NullMarked;
