import { leaksBetween } from './leak';

describe('leaksBetween', () => {
  it('names what was not let go of', () => {
    const before = { TCPSocketWrap: 2, Timeout: 3 };
    expect(leaksBetween(before, { TCPSocketWrap: 5, Timeout: 3, FSReqCallback: 1 })).toEqual([
      'TCPSocketWrap: 2 before, 5 when all was over',
      'FSReqCallback: 0 before, 1 when all was over',
    ]);
  });

  it('has nothing to say of what is as it was, or less', () => {
    expect(
      leaksBetween({ TCPSocketWrap: 2, Timeout: 3 }, { TCPSocketWrap: 1, Timeout: 3 }),
    ).toEqual([]);
  });
});
