package org.vivavoce.scoring.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Who is interviewed, as the latest profile says.
 */
record Person(@Nullable String name, Stamp stamp) implements Stamped {

}
