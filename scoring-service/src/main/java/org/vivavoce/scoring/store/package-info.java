/**
 * The stored score sheets and candidates: their collections and indexes, forgetting in
 * both, and the move from what earlier releases have kept.
 */
@NullMarked
package org.vivavoce.scoring.store;

import org.jspecify.annotations.NullMarked;
