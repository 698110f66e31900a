package org.easymodel.example.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything of this package, below {@code /api} of the WAR. */
@ApplicationPath("api")
public class RestApplication extends Application {}
