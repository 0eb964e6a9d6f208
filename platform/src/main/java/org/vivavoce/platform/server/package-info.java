/**
 * What the HTTP server accepts before any filter sees it: connections, heads of requests,
 * and how long clients may take.
 */
@NullMarked
package org.vivavoce.platform.server;

import org.jspecify.annotations.NullMarked;
