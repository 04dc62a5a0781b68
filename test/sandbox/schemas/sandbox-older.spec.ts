import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { carrierIn } from '../conformance/page-reader';
import { Visitor } from '../conformance/surfaces';
import { anyHandle, postIds } from '../properties/arbitraries';
import { startFixedSandbox } from '../sandbox-client';
import * as older from './older.shapes';
import { expectShape, type Shape } from './shape';

jest.setTimeout(120_000);

const RUNS = { numRuns: 15 };
const GONE = '6943996796519680204';

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  visitor = await Visitor.booted(sandbox.port);
});
afterAll(async () => {
  visitor.close();
  await sandbox.stop();
});

interface Carrier {
  name: 'sigi' | 'next';
  element: string;
  user: Shape;
  userMissing: Shape;
  video: Shape;
  videoMissing: Shape;
}

const CARRIERS: readonly Carrier[] = [
  {
    name: 'sigi',
    element: 'SIGI_STATE',
    user: older.sigiUserPage,
    userMissing: older.sigiUserMissing,
    video: older.sigiVideoPage,
    videoMissing: older.sigiVideoMissing,
  },
  {
    name: 'next',
    element: '__NEXT_DATA__',
    user: older.nextUserPage,
    userMissing: older.nextUserMissing,
    video: older.nextVideoPage,
    videoMissing: older.nextVideoMissing,
  },
];

describe.each(CARRIERS)('pages in the carrier $name', (carrier) => {
  async function expectPage(path: string, shape: Shape): Promise<void> {
    const { text } = await visitor.session.send(`${path}?__sandbox_carrier=${carrier.name}`);
    expectShape(path, shape, carrierIn(text, carrier.element));
  }

  it('of any account', async () => {
    const property = fc.asyncProperty(anyHandle, (name) => expectPage(`/@${name}`, carrier.user));
    await fc.assert(property, RUNS);
    await expectPage('/@empty.one', carrier.user);
    await expectPage('/@missing.one', carrier.userMissing);
  });

  it('of any post', async () => {
    const property = fc.asyncProperty(postIds, (id) =>
      expectPage(`/@i/video/${id}`, carrier.video),
    );
    await fc.assert(property, RUNS);
    await expectPage(`/@i/video/${GONE}`, carrier.videoMissing);
  });
});
