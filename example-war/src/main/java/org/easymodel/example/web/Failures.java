package org.easymodel.example.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RejectedException;

/** What a client sees of a failed stage: the problems of what it asked for, and nothing of the server's own. */
@Provider
public class Failures implements ExceptionMapper<Throwable> {

    private static final Logger LOGGER = System.getLogger(Failures.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof WebApplicationException web) {
            return web.getResponse();
        }
        if (failure instanceof InvalidRequestException invalid) {
            return answer(Status.BAD_REQUEST, invalid);
        }
        if (failure instanceof ConstraintViolatedException || failure instanceof ConcurrentChangeException) {
            return answer(Status.CONFLICT, (EasyModelException) failure);
        }
        if (failure instanceof RejectedException rejected) {
            return answer(Status.SERVICE_UNAVAILABLE, rejected);
        }
        LOGGER.log(Level.ERROR, "A request failed", failure);
        return Response.serverError().build();
    }

    private static Response answer(Status status, EasyModelException failure) {
        List<Map<String, String>> problems = failure.problems().stream()
                .map(each -> Map.of("code", each.code(), "message", each.toString()))
                .toList();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("problems", problems))
                .build();
    }
}
