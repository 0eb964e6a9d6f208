/**
 * Tokens for whoever tries the pipeline out, where no issuer of an organisation exists.
 */
@NullMarked
package org.vivavoce.gateway.signin;

import org.jspecify.annotations.NullMarked;
