/**
 * What the OpenAPI documents of all services share, most of it read from the code that
 * they describe.
 */
@NullMarked
package org.vivavoce.platform.openapi;

import org.jspecify.annotations.NullMarked;
