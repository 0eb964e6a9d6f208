@NullMarked
package org.vivavoce.platform.background;

import org.jspecify.annotations.NullMarked;
