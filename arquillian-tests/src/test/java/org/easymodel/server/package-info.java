/** The library inside servers. */
@NullMarked
package org.easymodel.server;

import org.jspecify.annotations.NullMarked;
