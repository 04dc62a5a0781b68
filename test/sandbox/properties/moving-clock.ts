import { Visitor } from '../conformance/surfaces';
import { startFixedSandbox } from '../sandbox-client';

/** A sandbox of its own for a test that moves the time; it is stopped whatever happens. */
export async function withMovingClock(
  test: (visitor: Visitor, advance: (seconds: number) => void) => Promise<void>,
): Promise<void> {
  const sandbox = await startFixedSandbox();
  const visitor = new Visitor(sandbox.port);
  try {
    await test(visitor, (seconds) => sandbox.clock.advance(seconds * 1000));
  } finally {
    visitor.close();
    await sandbox.stop();
  }
}
