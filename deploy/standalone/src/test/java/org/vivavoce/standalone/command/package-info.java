@NullMarked
package org.vivavoce.standalone.command;

import org.jspecify.annotations.NullMarked;
