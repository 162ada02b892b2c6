package io.journeybpm.rest;

import io.journeybpm.casework.Limits;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

/** Describes what all operations of this interface have in common, and leaves the application's other ones alone. */
final class OpenApi implements GlobalOpenApiCustomizer {

    private static final String LOGIN = "basic";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> PROBLEMS = problems();

    private final ApiPath path;

    OpenApi(ApiPath path) {
        this.path = path;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class).addResponseWrapperToIgnore(Reply.class);
    }

    private static Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("400", "Something in the request is wrong; the problem names the fields");
        problems.put("401", "Nobody, or nobody we know, is logged in");
        problems.put("403", "The user's groups don't allow this");
        problems.put("404", "There is no such journey, case or entry");
        problems.put("409", "The case is not in the state this needs");
        problems.put("422", "The Idempotency-Key was used before with other content");
        return problems;
    }

    @Override
    public void customise(OpenAPI described) {
        if (described.getComponents() == null) {
            described.setComponents(new Components());
        }
        described
                .getComponents()
                .addSecuritySchemes(
                        LOGIN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(LOGIN))
                .addSchemas(PROBLEM, problem());
        Vocabulary.explain(described.getComponents().getSchemas());
        if (described.getPaths() != null) {
            described.getPaths().forEach((where, item) -> {
                if (where.startsWith(path.base() + "/")) {
                    item.readOperationsMap().forEach(OpenApi::complete);
                }
            });
        }
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(LOGIN));
        boolean writes = method != PathItem.HttpMethod.GET;
        PROBLEMS.forEach((status, meaning) -> {
            if (writes || !status.equals("409") && !status.equals("422")) {
                operation.getResponses().addApiResponse(status, refusal(meaning));
            }
        });
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(new HeaderParameter()
                    .name(Calls.KEY)
                    .description("Makes the call safe to repeat: the same key and content gives the first answer again")
                    .schema(new StringSchema().maxLength(Limits.IDEMPOTENCY_KEY)));
        }
    }

    private static ApiResponse refusal(String meaning) {
        MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", body));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457 problem details")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("field", new StringSchema().description("the first field that is wrong"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }
}
