@NullMarked
package org.vivavoce.scoring.panel;

import org.jspecify.annotations.NullMarked;
