/**
 * Who did what that matters for security, when, and from where.
 */
@NullMarked
package org.vivavoce.platform.audit;

import org.jspecify.annotations.NullMarked;
