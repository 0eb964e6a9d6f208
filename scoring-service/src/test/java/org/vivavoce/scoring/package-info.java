@NullMarked
package org.vivavoce.scoring;

import org.jspecify.annotations.NullMarked;
