import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { AppConfig } from './config/app-config';
import { product } from './config/product';
import { sdkDocumentOf } from './ensembledata/access/sdk-document';
import { withSecurity } from './http/documented-security';
import { LikesCountDto } from './posts/likes-count.dto';

const description = `TikTok's public data over plain HTTP. Answers say where they come from (\`X-TikTok-Source\`),
how old they are (\`Age\`, \`Cache-Status\`) and whether a list is whole (\`X-TikTok-Completeness\`).
Errors are RFC 9457 problem details with a stable \`code\`; under \`/api/tiktok\` they come in the envelope of those routes.`;

const sandboxNote = `

**This server runs on the sandbox: all of its data are invented.** \`X-TikTok-Source\` begins with \`sandbox:\`.`;

/** The OpenAPI document of all routes. */
export function buildOpenApiDocument(
  app: INestApplication,
  { upstream, access, http }: AppConfig,
): OpenAPIObject {
  const builder = new DocumentBuilder();
  if (http.publicUrl !== undefined) builder.addServer(http.publicUrl);
  const options = builder
    .setTitle(product.title)
    .setDescription(description + (upstream === 'sandbox' ? sandboxNote : ''))
    .setVersion(product.version)
    .addTag('Trending', 'What TikTok shows as popular.')
    .addTag('Users', 'Accounts and their posts.')
    .addTag('Posts', 'Single posts and their counters.')
    .addTag('Downloads', 'The files of posts, and the links that stream them.')
    .addTag('Health', 'The state of this server and of its sources.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'One of the tokens.' }, 'bearer')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'api-key')
    .build();
  const document = SwaggerModule.createDocument(app, options, { extraModels: [LikesCountDto] });
  return withSecurity(document, { isOptional: !access.tokens && access.tokensFile === undefined });
}

/**
 * Swagger UI at `/docs`, the document at `/openapi.json` and `/openapi.yaml`; the same below `/apis` for the
 * routes there, as the generator of their SDKs reads them.
 */
export function setupOpenApi(app: INestApplication, config: AppConfig): void {
  SwaggerModule.setup('docs', app, () => buildOpenApiDocument(app, config), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: product.title,
    swaggerOptions: { displayRequestDuration: true, tryItOutEnabled: true },
  });
  SwaggerModule.setup(
    'apis/docs',
    app,
    () => sdkDocumentOf(buildOpenApiDocument(app, config), config.http.publicUrl),
    { jsonDocumentUrl: 'apis/openapi.json', yamlDocumentUrl: 'apis/openapi.yaml' },
  );
}
