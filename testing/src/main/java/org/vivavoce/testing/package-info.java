/**
 * What integration tests share: backing services, tokens, topics.
 */
@NullMarked
package org.vivavoce.testing;

import org.jspecify.annotations.NullMarked;
