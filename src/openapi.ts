import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { AppConfig } from './config/app-config';
import { product } from './config/product';
import { sdkDocumentOf } from './ensembledata/access/sdk-document';
import { securitySchemes, withSecurity } from './http/documented-security';
import type { Examples } from './openapi/examples';
import { readExamples, withExamples } from './openapi/examples';
import { gatherComponents } from './openapi/gather-components';
import { modernSchemas } from './openapi/modern-schemas';
import { swaggerUi } from './openapi/swagger-ui';
import { tags } from './openapi/tags';
import { LikesCountDto } from './posts/likes-count.dto';

const description = `TikTok's public data over plain HTTP. Answers say where they come from (\`X-TikTok-Source\`),
how old they are (\`Age\`, \`Cache-Status\`) and whether a list is whole (\`X-TikTok-Completeness\`).
Errors are RFC 9457 problem details with a stable \`code\`; under \`/api/tiktok\` they come in the envelope of those routes,
under \`/apis\` as \`{"detail"}\`. Every GET route answers HEAD too. Ids are strings of digits: they are beyond JavaScript's numbers.`;

const sandboxNote = `

**This server runs on the sandbox: all of its data are invented.** \`X-TikTok-Source\` begins with \`sandbox:\`.`;

/** The OpenAPI document of all routes, with what the sandbox answered to each as its example. */
export function buildOpenApiDocument(
  app: INestApplication,
  { upstream, access, http }: AppConfig,
  examples: Examples = readExamples(),
): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(product.title)
    .setDescription(description + (upstream === 'sandbox' ? sandboxNote : ''))
    .setVersion(product.version)
    .addServer(http.publicUrl ?? '/', 'This server.');
  for (const [name, text] of tags) builder.addTag(name, text);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    extraModels: [LikesCountDto],
  });
  const { components, info } = document;
  const described: OpenAPIObject = {
    ...document,
    info: { ...info, contact: undefined, license },
    components: { ...components, securitySchemes },
  };
  const isOptional = !access.tokens && access.tokensFile === undefined;
  return finished(withSecurity(described, { isOptional }), examples);
}

const license = { name: 'Private: no license is given', identifier: 'LicenseRef-Private' };

function finished(document: OpenAPIObject, examples: Examples): OpenAPIObject {
  const modern = modernSchemas(gatherComponents({ ...document }));
  return { ...document, ...withExamples(modern, examples) };
}

/**
 * Swagger UI at `/docs`, the document at `/openapi.json` and `/openapi.yaml`; the same below `/apis` for the
 * routes there, as the generator of their SDKs reads them.
 */
export function setupOpenApi(app: INestApplication, config: AppConfig): void {
  SwaggerModule.setup('docs', app, () => buildOpenApiDocument(app, config), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    ...swaggerUi(),
  });
  SwaggerModule.setup(
    'apis/docs',
    app,
    () => sdkDocumentOf(buildOpenApiDocument(app, config), config.http.publicUrl),
    {
      jsonDocumentUrl: 'apis/openapi.json',
      yamlDocumentUrl: 'apis/openapi.yaml',
      ...swaggerUi(),
    },
  );
}
