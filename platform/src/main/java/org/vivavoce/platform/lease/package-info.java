/**
 * Work that one instance of a service does for all.
 */
@NullMarked
package org.vivavoce.platform.lease;

import org.jspecify.annotations.NullMarked;
