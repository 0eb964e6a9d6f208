/**
 * scoring-service: its start.
 */
@NullMarked
package org.vivavoce.scoring;

import org.jspecify.annotations.NullMarked;
