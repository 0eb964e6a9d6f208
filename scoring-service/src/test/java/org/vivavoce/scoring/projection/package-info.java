@NullMarked
package org.vivavoce.scoring.projection;

import org.jspecify.annotations.NullMarked;
