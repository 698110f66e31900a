/** Inferred relationships at run time, on every database, woven and not. */
package org.easymodel.contract.inference;
