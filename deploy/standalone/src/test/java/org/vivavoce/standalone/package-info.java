@NullMarked
package org.vivavoce.standalone;

import org.jspecify.annotations.NullMarked;
