import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { EnsembleDataRoutes } from '../access/ensembledata-routes.decorator';
import { ChargeInterceptor } from './charge.interceptor';

/** A controller of TikTok methods: behind the token, and every answer charged. */
export function TikTokRoutes(resource: string, label: string): ClassDecorator {
  return applyDecorators(
    EnsembleDataRoutes(`tt/${resource}`, label),
    UseInterceptors(ChargeInterceptor),
  );
}
