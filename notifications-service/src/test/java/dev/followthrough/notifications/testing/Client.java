package dev.followthrough.notifications.testing;

import static io.restassured.RestAssured.given;

import dev.followthrough.platform.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** One owner's client of the API. */
public record Client(String name) {

  /** A client of an owner whom no other test knows. */
  public static Client ofNewOwner() {
    return new Client("owner-" + UUID.randomUUID());
  }

  /** An endpoint with its secret. */
  public record Endpoint(UUID id, String secret) {}

  public UUID owner() {
    return Tokens.ownerId(name);
  }

  public RequestSpecification request() {
    return given().auth().oauth2(Tokens.of(name)).contentType("application/json");
  }

  public ValidatableResponse post(String path, String body) {
    var request = request();
    if (body != null) {
      request.body(body);
    }
    return request.post(path).then();
  }

  public ValidatableResponse patch(String path, String body) {
    return request().contentType("application/merge-patch+json").body(body).patch(path).then();
  }

  public ValidatableResponse get(String path) {
    return request().get(path).then();
  }

  public ValidatableResponse delete(String path) {
    return request().delete(path).then();
  }

  public Endpoint endpoint(String url, String... eventTypes) {
    return endpoint(url, "", eventTypes);
  }

  public Endpoint endpointWith(String more, String url, String... eventTypes) {
    return endpoint(url, ", " + more, eventTypes);
  }

  private Endpoint endpoint(String url, String more, String... eventTypes) {
    var types = "\"" + String.join("\", \"", eventTypes) + "\"";
    JsonPath made =
        post(
                "/v1/webhook-endpoints",
                "{\"url\": \"%s\", \"eventTypes\": [%s]%s}".formatted(url, types, more))
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Endpoint(made.getUUID("id"), made.getString("secret"));
  }

  public JsonPath deliveries(Endpoint endpoint) {
    return get("/v1/webhook-endpoints/" + endpoint.id() + "/deliveries")
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The only delivery of the endpoint, with its attempts. */
  public JsonPath delivery(Endpoint endpoint) {
    var id = deliveries(endpoint).getString("items[0].id");
    return get("/v1/deliveries/" + id).statusCode(200).extract().jsonPath();
  }
}
