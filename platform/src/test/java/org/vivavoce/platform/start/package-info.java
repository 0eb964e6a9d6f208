@NullMarked
package org.vivavoce.platform.start;

import org.jspecify.annotations.NullMarked;
