@NullMarked
package org.vivavoce.platform.page;

import org.jspecify.annotations.NullMarked;
