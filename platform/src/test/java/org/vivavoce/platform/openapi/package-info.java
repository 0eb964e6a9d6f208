@NullMarked
package org.vivavoce.platform.openapi;

import org.jspecify.annotations.NullMarked;
