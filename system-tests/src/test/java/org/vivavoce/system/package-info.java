/**
 * What no single service can show: the whole pipeline, killed, starved and mistreated.
 */
@NullMarked
package org.vivavoce.system;

import org.jspecify.annotations.NullMarked;
