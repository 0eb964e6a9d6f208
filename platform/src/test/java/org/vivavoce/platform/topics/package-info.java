@NullMarked
package org.vivavoce.platform.topics;

import org.jspecify.annotations.NullMarked;
