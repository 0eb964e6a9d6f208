/**
 * Commands for a pipeline that is running, over its REST API.
 */
@NullMarked
package org.vivavoce.standalone.command;

import org.jspecify.annotations.NullMarked;
