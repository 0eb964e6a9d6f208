@NullMarked
package org.vivavoce.question;

import org.jspecify.annotations.NullMarked;
