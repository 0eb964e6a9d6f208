@NullMarked
package org.vivavoce.edge;

import org.jspecify.annotations.NullMarked;
