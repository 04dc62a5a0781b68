import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiHealthProblemsOf } from '../http/api-problems.decorator';
import { plainHeaders } from '../http/documented-headers';
import { MetricsText } from './metrics-text';

@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly text: MetricsText) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({
    operationId: 'getMetrics',
    summary: 'Measurements in the format of Prometheus',
    description: 'docs/operations.md says what to watch.',
  })
  @ApiProduces('text/plain')
  @ApiResponse({
    status: 200,
    description: 'All measurements.',
    headers: plainHeaders,
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @ApiHealthProblemsOf(401, 414, 431, 500)
  metrics(): Promise<string> {
    return this.text.read();
  }
}
