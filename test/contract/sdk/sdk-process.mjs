// The published npm client, unmodified, in a process of its own that was started with the redirect preloaded. It
// reads calls as lines of JSON and answers each with a line: what the client returned or threw.
import { EDClient, EDError } from 'ensembledata';
import { createInterface } from 'node:readline';

const client = new EDClient({ token: process.env.ENSEMBLEDATA_TOKEN });

for await (const line of createInterface({ input: process.stdin })) {
  const { number, method, args } = JSON.parse(line);
  answer(method, args).then((result) => console.log(JSON.stringify({ number, result })));
}

async function answer(method, args) {
  if (method === 'methods') return { data: [...methodsOf('tiktok'), ...methodsOf('customer')] };
  const [group, name] = method.split('.');
  try {
    const call = name === undefined ? client[group](...args) : client[group][name](...args);
    const { statusCode, data, unitsCharged } = await call;
    return { statusCode, data, unitsCharged };
  } catch (error) {
    const { statusCode, detail, unitsCharged, message } = error;
    return {
      error: { isEDError: error instanceof EDError, statusCode, detail, unitsCharged, message },
    };
  }
}

function methodsOf(group) {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(client[group]));
  return names.filter((name) => name !== 'constructor').map((name) => `${group}.${name}`);
}
