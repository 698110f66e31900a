/** What tests add to an application to look inside its server. */
@NullMarked
package org.easymodel.server.probe;

import org.jspecify.annotations.NullMarked;
