@NullMarked
package org.vivavoce.scoring.console;

import org.jspecify.annotations.NullMarked;
