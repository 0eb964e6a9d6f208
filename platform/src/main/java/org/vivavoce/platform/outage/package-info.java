/**
 * Outages of what a service needs, each told once.
 */
@NullMarked
package org.vivavoce.platform.outage;

import org.jspecify.annotations.NullMarked;
