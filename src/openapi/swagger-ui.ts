import type { SwaggerCustomOptions } from '@nestjs/swagger';
import { product } from '../config/product';

/** Room for what is long, and readable on a phone: there a parameter stands above its field, not beside it. */
const css = `
.swagger-ui .topbar, .swagger-ui .info__license { display: none }
.swagger-ui .info { margin: 24px 0 }
.swagger-ui .info .main { padding: 0 }
.swagger-ui .scheme-container { padding: 16px 0; box-shadow: none; border-block: 1px solid #d8dde7 }
.swagger-ui .opblock-tag { font-size: 20px }
.swagger-ui .parameters-col_description input[type=text] { width: 100%; max-width: 640px }
.swagger-ui .renderedMarkdown code, .swagger-ui .info li code, .swagger-ui .info p code { font-size: 13px; padding: 1px 4px; color: #6b21a8 }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 10px }
  .swagger-ui .info .title { font-size: 26px }
  .swagger-ui .opblock-tag { flex-wrap: wrap; font-size: 18px; padding: 8px 4px }
  .swagger-ui .opblock-tag small { order: 3; flex-basis: 100%; padding: 4px 0 0 }
  .swagger-ui .opblock-tag > a { flex: 1 }
  .swagger-ui .filter-container .operation-filter-input { width: 100%; margin: 12px 0 }
  .swagger-ui .opblock .opblock-summary-method { min-width: 56px; padding: 4px 0; font-size: 12px }
  .swagger-ui .opblock .opblock-summary-path { max-width: none; font-size: 13px }
  .swagger-ui .opblock-summary-path-description-wrapper { gap: 4px }
  .swagger-ui .opblock .opblock-section-header { padding: 8px 10px }
  .swagger-ui .opblock-description-wrapper, .swagger-ui .responses-inner { padding: 10px }
  .swagger-ui .table-container { padding: 10px }
  .swagger-ui table.parameters, .swagger-ui table.parameters > tbody,
  .swagger-ui table.parameters > tbody > tr, .swagger-ui table.parameters > tbody > tr > td { display: block; width: auto; max-width: none }
  .swagger-ui table.parameters > thead { display: none }
  .swagger-ui table.parameters > tbody > tr > td { padding: 4px 0 }
  .swagger-ui .response-col_status { width: 44px; padding-right: 8px }
  .swagger-ui .response-col_links { display: none }
  .swagger-ui .responses-table { table-layout: fixed; width: 100% }
  .swagger-ui .dialog-ux .modal-ux { min-width: 0; width: 94% }
}
`;

/** A letter on a square, so that its tab is found among others. */
const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Crect width=%2216%22 height=%2216%22 rx=%223%22 fill=%22%231b1b1f%22/%3E%3Cpath d=%22M3 4h10M8 4v9%22 stroke=%22%2349cc90%22 stroke-width=%222.4%22/%3E%3C/svg%3E';

/** The page of @nestjs/swagger names no viewport, and has no other place in its head where one could stand. */
const iconAndViewport = `${icon}' /><meta name='viewport' content='width=device-width, initial-scale=1`;

type Options = Pick<
  SwaggerCustomOptions,
  'customSiteTitle' | 'customCss' | 'customfavIcon' | 'swaggerOptions'
>;

/** How Swagger UI shows a document. Everything that it loads, it loads from this server. */
export function swaggerUi(): Options {
  return {
    customSiteTitle: product.title,
    customCss: css,
    customfavIcon: iconAndViewport,
    swaggerOptions: {
      deepLinking: true,
      filter: true,
      displayRequestDuration: true,
      tryItOutEnabled: true,
      defaultModelsExpandDepth: 0,
    },
  };
}
