/**
 * Standalone in a JVM of its own, and an interview as those hold it who know the REST API
 * alone.
 */
@NullMarked
package org.vivavoce.testing.pipeline;

import org.jspecify.annotations.NullMarked;
