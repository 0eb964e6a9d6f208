@NullMarked
package org.vivavoce.platform.store;

import org.jspecify.annotations.NullMarked;
