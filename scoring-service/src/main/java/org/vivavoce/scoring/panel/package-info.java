/**
 * What panel members do with their sheets over HTTP: read, rate, recommend.
 */
@NullMarked
package org.vivavoce.scoring.panel;

import org.jspecify.annotations.NullMarked;
