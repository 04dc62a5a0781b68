import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What pages of other origins may read besides the body. */
const exposedHeaders = [
  ...['ETag', 'Age', 'Cache-Status', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
  ...['X-Request-Id', 'X-TikTok-Source', 'X-TikTok-Completeness', 'X-TikTok-Completeness-Reason'],
  ...['Accept-Ranges', 'Content-Range', 'Content-Disposition', 'units_charged', 'WWW-Authenticate'],
];

/** Lets pages of these origins read our answers; nobody's where none is named. */
export async function allowOrigins(
  app: NestFastifyApplication,
  origins: readonly string[] = [],
): Promise<void> {
  if (origins.length === 0) return;
  app.enableCors({
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type', 'If-None-Match', 'Range', 'X-API-Key'],
    exposedHeaders,
    maxAge: 86_400,
  });
  // What refuses callers comes after it, so that pages can read refusals too.
  await app.getHttpAdapter().getInstance().after();
}
