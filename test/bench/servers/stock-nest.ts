import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Controller, Get, Module, UseInterceptors } from '@nestjs/common';
import { CacheInterceptor, CacheModule } from '@nestjs/cache-manager';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** The JSON of a file as an object, from Nest on Fastify with the CacheInterceptor that comes with Nest. */
const [file = ''] = process.argv.slice(2);
const answer = JSON.parse(readFileSync(file, 'utf8')) as unknown;

@Controller()
class AnswerController {
  @Get('*')
  @UseInterceptors(CacheInterceptor)
  answer(): unknown {
    return answer;
  }
}

@Module({
  imports: [CacheModule.register({ ttl: 3_600_000 })],
  controllers: [AnswerController],
})
class AnswerModule {}

async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(AnswerModule, new FastifyAdapter(), {
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`${await app.getUrl()}\n`);
}

void main();
