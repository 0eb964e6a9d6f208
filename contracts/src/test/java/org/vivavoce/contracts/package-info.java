@NullMarked
package org.vivavoce.contracts;

import org.jspecify.annotations.NullMarked;
