/**
 * The hub in the store, and what its API and its pages share.
 */
@NullMarked
package org.vivavoce.question.hub;

import org.jspecify.annotations.NullMarked;
