@NullMarked
package org.vivavoce.platform.digest;

import org.jspecify.annotations.NullMarked;
