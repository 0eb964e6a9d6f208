@NullMarked
package org.vivavoce.scoring.sheet;

import org.jspecify.annotations.NullMarked;
