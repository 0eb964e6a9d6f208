/**
 * Finding score sheets by interview and by panel member.
 */
@NullMarked
package org.vivavoce.scoring.directory;

import org.jspecify.annotations.NullMarked;
