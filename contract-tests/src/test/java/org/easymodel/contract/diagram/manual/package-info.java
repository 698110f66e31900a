/** The books, authors, tags and reviews of the ancestor's manual, as entities. */
package org.easymodel.contract.diagram.manual;
