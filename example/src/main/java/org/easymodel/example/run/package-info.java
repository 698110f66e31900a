/**
 * The shop's run: from entity classes to a reviewed changelog to asynchronous repositories, told for a person to read.
 * Entry type: {@link org.easymodel.example.run.ShopRun}. May import: everything that an application may.
 */
@NullMarked
package org.easymodel.example.run;

import org.jspecify.annotations.NullMarked;
