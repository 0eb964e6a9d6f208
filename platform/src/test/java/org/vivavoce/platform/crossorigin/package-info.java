@NullMarked
package org.vivavoce.platform.crossorigin;

import org.jspecify.annotations.NullMarked;
