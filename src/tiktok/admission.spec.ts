import { Admission } from './admission';
import { TikTokBusyError } from './tiktok.errors';

describe('Admission', () => {
  it('lets so much in at once, counts what it refuses, and has room again', async () => {
    const admission = new Admission({ maxOperations: 2 });
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    const underWay = [admission.admit(work), admission.admit(work)];
    await expect(admission.admit(work)).rejects.toBeInstanceOf(TikTokBusyError);
    expect(admission.load()).toEqual({ underWayCount: 2, refusedCount: 1 });
    for (const end of ends) end();
    await Promise.all(underWay);
    await expect(admission.admit(async () => 'done')).resolves.toBe('done');
  });

  it('has room again after work that fails', async () => {
    const admission = new Admission({ maxOperations: 1 });
    const failing = admission.admit(() => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(admission.load().underWayCount).toBe(0);
  });

  it('says why nothing new is begun', async () => {
    let reason: string | undefined = 'too late with everything';
    const admission = new Admission({ strain: () => reason });
    const refused = admission.admit(async () => 'done');
    await expect(refused).rejects.toMatchObject({
      code: 'tiktok.busy',
      message: 'TikTok is not asked: too late with everything',
      retryAfterSeconds: 2,
    });
    reason = undefined;
    await expect(admission.admit(async () => 'done')).resolves.toBe('done');
  });
});
