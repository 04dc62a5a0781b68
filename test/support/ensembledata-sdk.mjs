// Calls the unmodified npm package: a line of JSON in is a call, a line of JSON out is what came of it.
import { EDClient, EDError } from 'ensembledata';
import { createInterface } from 'node:readline';

/** @param {{ token: string, path: string[], parameters: object, options?: object }} call */
async function run({ token, path, parameters, options }) {
  const client = new EDClient({ token, ...options });
  const owner = path.slice(0, -1).reduce((part, name) => part[name], client);
  try {
    return {
      result: await owner[path.at(-1)](...(Array.isArray(parameters) ? parameters : [parameters])),
    };
  } catch (error) {
    const { name, message, statusCode, detail, unitsCharged } = error;
    return {
      error: {
        name,
        message,
        statusCode,
        detail,
        unitsCharged,
        isEDError: error instanceof EDError,
      },
    };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, ...call } = JSON.parse(line);
  void run(call).then((outcome) => process.stdout.write(`${JSON.stringify({ id, ...outcome })}\n`));
}
