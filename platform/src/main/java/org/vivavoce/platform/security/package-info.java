/**
 * Who calls, and what they may do.
 */
@NullMarked
package org.vivavoce.platform.security;

import org.jspecify.annotations.NullMarked;
