package org.customsgateway.connector.https;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;

/** Which request is answered by whom: the paths of {@code routes/openapi/gateway.yaml}. */
final class Api {

    private static final String ID = "([A-Za-z0-9-]{1,64})";

    /** @param by method */
    private record Place(Pattern path, Map<String, Function<Call, Answer>> by) {}

    private final List<Place> places = new ArrayList<>();

    Api(Submission submission, Reading reading, WebhookAddress webhook) {
        place("/v1/interchanges", Map.of("POST", submission::handIn));
        place("/v1/interchanges/" + ID, Map.of("GET", reading::interchange));
        place("/v1/interchanges/" + ID + "/items", Map.of("GET", reading::itemsOfInterchange));
        place("/v1/items", Map.of("GET", reading::itemsByKey));
        place("/v1/items/" + ID, Map.of("GET", reading::item));
        place("/v1/statuses", Map.of("GET", reading::statuses));
        place("/v1/webhook", Map.of("GET", webhook::get, "PUT", webhook::put, "DELETE", webhook::delete));
    }

    private void place(String path, Map<String, Function<Call, Answer>> by) {
        places.add(new Place(Pattern.compile(path), by));
    }

    Answer answer(Request request, Guest guest, String path) {
        for (Place place : places) {
            Matcher matcher = place.path().matcher(path);
            if (matcher.matches()) {
                var answer = place.by().get(request.getMethod());
                return answer == null
                        ? notAllowed(place)
                        : answer.apply(new Call(request, guest, matcher.groupCount() == 0 ? "" : matcher.group(1)));
            }
        }
        return Answer.problem(Kind.NOT_FOUND, "There is no such path: see /docs.");
    }

    private static Answer notAllowed(Place place) {
        String allowed = place.by().keySet().stream().sorted().collect(Collectors.joining(", "));
        return Answer.problem(Kind.METHOD_NOT_ALLOWED, "Use " + allowed + " here.")
                .with("Allow", allowed);
    }
}
