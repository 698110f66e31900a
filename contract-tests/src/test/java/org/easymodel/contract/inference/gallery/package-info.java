/** Entities of polymorphic pairs, each with another place for what leads to it or what it leads to. */
package org.easymodel.contract.inference.gallery;
