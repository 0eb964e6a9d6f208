@NullMarked
package org.vivavoce.scoring.store;

import org.jspecify.annotations.NullMarked;
