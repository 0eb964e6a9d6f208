/**
 * One origin for the three services, where no ingress does that.
 */
@NullMarked
package org.vivavoce.gateway;

import org.jspecify.annotations.NullMarked;
