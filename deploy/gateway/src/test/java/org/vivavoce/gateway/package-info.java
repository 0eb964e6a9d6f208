@NullMarked
package org.vivavoce.gateway;

import org.jspecify.annotations.NullMarked;
