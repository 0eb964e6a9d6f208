/**
 * The topics of this deployment.
 */
@NullMarked
package org.vivavoce.platform.topics;

import org.jspecify.annotations.NullMarked;
