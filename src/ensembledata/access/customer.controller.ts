import { Get } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { ApiToken } from '../../http/api-token';
import { countedHeaders } from '../../http/documented-headers';
import { CallerToken } from './caller-token.decorator';
import {
  UsageHistoryDto,
  UsageHistoryQueryDto,
  UsedUnitsDto,
  UsedUnitsQueryDto,
} from './customer.dto';
import { EnsembleDataRoutes } from './ensembledata-routes.decorator';
import { FreeQueryParameters } from './query-parameters.decorator';
import { UnitMeter } from './unit-meter';
import { unitsCharged } from './units-charged.header';

const headers = { ...countedHeaders, ...unitsCharged };

@EnsembleDataRoutes('customer', 'usage')
export class CustomerController {
  constructor(private readonly meter: UnitMeter) {}

  @Get('get-used-units')
  @ApiOperation({
    operationId: 'customer_get_usage',
    summary: 'Units that the token used on a day',
    description: 'Costs nothing.',
  })
  @ApiResponse({ status: 200, type: UsedUnitsDto, description: 'The units.', headers })
  async usedUnits(
    @FreeQueryParameters() { date }: UsedUnitsQueryDto,
    @CallerToken() token: ApiToken,
  ): Promise<UsedUnitsDto> {
    return { data: await this.meter.used(token, date) };
  }

  @Get('get-history')
  @ApiOperation({
    operationId: 'customer_get_usage_history',
    summary: 'Units that the token used on each of the last days',
    description: 'Costs nothing.',
  })
  @ApiResponse({
    status: 200,
    type: UsageHistoryDto,
    description: 'The units of each day.',
    headers,
  })
  async history(
    @FreeQueryParameters() { days }: UsageHistoryQueryDto,
    @CallerToken() token: ApiToken,
  ): Promise<UsageHistoryDto> {
    return { data: await this.meter.history(token, days) };
  }
}
