/** The application that is deployed: a guest book. */
@NullMarked
package org.easymodel.server.guestbook;

import org.jspecify.annotations.NullMarked;
