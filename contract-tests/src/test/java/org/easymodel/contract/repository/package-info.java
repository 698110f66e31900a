/** The repositories, on every database. */
package org.easymodel.contract.repository;
