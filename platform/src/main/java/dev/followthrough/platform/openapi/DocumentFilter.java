package dev.followthrough.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;

/** Completes the document once, when the service is built, and refuses one that falls short. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {

  private final IndexView index;

  public DocumentFilter(IndexView index) {
    this.index = index;
  }

  @Override
  public Schema filterSchema(Schema schema) {
    return ViewNames.redirect(schema);
  }

  /** Runs after {@link #filterSchema} has seen every schema. */
  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return;
    }
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    var open = PublicOperations.of(index);
    DocumentRules.checkOperations(document, open);
    ViewNames.rename(document.getComponents());
    new ScalarSchemas(document).inline();
    new PatchSchemas(document).derive();
    var examples = new Examples();
    var standard = new StandardParts(document.getComponents(), examples);
    standard.add();
    var operations =
        new StandardAnswers(
            standard, ProductRefusals.of(index), OptionalBodies.of(index), open, examples);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> operations.complete(path, method, operation)));
    SdkMethods.name(document);
    EnumNames.name(document.getComponents());
    new Webhooks(index, examples).add(document);
    new RequestSchemas(document).close();
    DocumentRules.checkSchemas(document);
  }
}
