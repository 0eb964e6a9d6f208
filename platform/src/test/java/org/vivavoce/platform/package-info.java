@NullMarked
package org.vivavoce.platform;

import org.jspecify.annotations.NullMarked;
