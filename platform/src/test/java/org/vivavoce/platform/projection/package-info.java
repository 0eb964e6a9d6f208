@NullMarked
package org.vivavoce.platform.projection;

import org.jspecify.annotations.NullMarked;
