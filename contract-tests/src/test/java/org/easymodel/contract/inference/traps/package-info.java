/** Entities with one trap each that the shop does not have: reserved names, lazy attributes, assigned ids, no fields. */
package org.easymodel.contract.inference.traps;
