@NullMarked
package org.vivavoce.gateway.limit;

import org.jspecify.annotations.NullMarked;
