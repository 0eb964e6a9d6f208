/**
 * The page on which a panel member scores while talking to a person.
 */
@NullMarked
package org.vivavoce.scoring.console;

import org.jspecify.annotations.NullMarked;
