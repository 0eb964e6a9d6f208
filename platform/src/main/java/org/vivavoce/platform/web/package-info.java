/**
 * What the REST APIs share: paging, entity tags, idempotency, limits.
 */
@NullMarked
package org.vivavoce.platform.web;

import org.jspecify.annotations.NullMarked;
