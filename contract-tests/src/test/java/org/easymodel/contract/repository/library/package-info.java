/** A small library: the world of the repository's contracts. */
package org.easymodel.contract.repository.library;
