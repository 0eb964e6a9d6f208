/**
 * How many requests a person, and an address, may send.
 */
@NullMarked
package org.vivavoce.gateway.limit;

import org.jspecify.annotations.NullMarked;
