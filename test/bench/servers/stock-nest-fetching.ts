import 'reflect-metadata';
import { Controller, Get, Module, UseInterceptors } from '@nestjs/common';
import { CacheInterceptor, CacheModule } from '@nestjs/cache-manager';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Pool } from 'undici';

/** The length of a page of TikTok's, from Nest on Fastify with the CacheInterceptor that comes with Nest. */
const [origin = ''] = process.argv.slice(2);
const pool = new Pool(origin);

@Controller()
class PageController {
  @Get('*')
  @UseInterceptors(CacheInterceptor)
  async page(): Promise<{ length: number }> {
    const { body } = await pool.request({ path: '/@gabrielymayra', method: 'GET' });
    return { length: (await body.text()).length };
  }
}

@Module({
  imports: [CacheModule.register({ ttl: 3_600_000 })],
  controllers: [PageController],
})
class PageModule {}

async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(PageModule, new FastifyAdapter(), {
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`${await app.getUrl()}\n`);
}

void main();
